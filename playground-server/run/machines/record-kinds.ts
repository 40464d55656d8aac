/** Kinds of records, by their numbers in `enum record` of agent/agent.h. */
export const recordKinds = {
  hello: 0,
  born: 1,
  became: 2,
  maps: 3,
  status: 4,
  limits: 5,
  counters: 6,
  entry: 7,
  exit: 8,
  signal: 9,
  output: 10,
  ended: 11,
  trouble: 12,
} as const;
