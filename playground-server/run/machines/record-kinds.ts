/** Kinds of records, by their numbers in `enum record` of agent/agent.h. */
export const recordKinds = {
  hello: 0,
  started: 1,
  maps: 2,
  entry: 3,
  exit: 4,
  signal: 5,
  output: 6,
  tooMany: 7,
  ended: 8,
  trouble: 9,
} as const;
