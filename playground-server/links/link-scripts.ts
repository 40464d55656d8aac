/**
 * Where Redis has the links. The braces make all of it one slot of a cluster, which a script needs.
 * - `{live-man:links}`: a hash, the text of each link by its id
 * - `…:unopened`, `…:opened`: sorted sets of ids, whose score is the day of the last use and the
 *   bytes that count, `day * 2^20 + bytes`: the order in which they make way
 * - `…:bytes`: the sum of the bytes that count
 */
export const linkKeys = [
  '{live-man:links}',
  '{live-man:links}:unopened',
  '{live-man:links}:opened',
  '{live-man:links}:bytes',
] as const;

/** Lua would print large numbers with 14 digits and an exponent. */
const names = `
  local links, unopened, opened, bytes = unpack(KEYS)
  local function scoreOf(day, size) return string.format('%.0f', day * 2^20 + size) end
`;

/** A clock that was set back does not make a link older. */
const noteUse = `
  local function noteUse(id, day)
    local score = redis.call('ZSCORE', unopened, id) or redis.call('ZSCORE', opened, id)
    redis.call('ZREM', unopened, id)
    redis.call('ZADD', opened, 'GT', scoreOf(day, score % 2^20), id)
  end
`;

/** (id, day): somebody opened it. */
export const openLink = `
  ${names}
  ${noteUse}
  if redis.call('HEXISTS', links, ARGV[1]) == 1 then noteUse(ARGV[1], tonumber(ARGV[2])) end
`;

/**
 * (id, text, bytes, day, unopenedSince, unusedSince, maxLinks, maxBytes, linksPerStep) → `known`,
 * `new`, `full`, or `again` if it dropped as many links as one step may, and more have to go.
 */
export const keepLink = `
  ${names}
  ${noteUse}
  local id, text = ARGV[1], ARGV[2]
  local numbers = {}
  for index = 3, #ARGV do numbers[index - 2] = tonumber(ARGV[index]) end
  local size, day, unopenedSince, unusedSince, maxLinks, maxBytes, linksPerStep = unpack(numbers)
  if redis.call('HEXISTS', links, id) == 1 then
    noteUse(id, day)
    return 'known'
  end

  local function drop(set, name, score)
    redis.call('ZREM', set, name)
    redis.call('HDEL', links, name)
    redis.call('DECRBY', bytes, score % 2^20)
  end
  local function dropOldest(set, since)
    local before = '(' .. scoreOf(since, 0)
    local oldest =
      redis.call('ZRANGEBYSCORE', set, '-inf', before, 'WITHSCORES', 'LIMIT', 0, 1)
    if #oldest == 0 then return false end
    drop(set, oldest[1], oldest[2])
    return true
  end
  -- An operator has taken it down by hand.
  for _, set in ipairs({ unopened, opened }) do
    local score = redis.call('ZSCORE', set, id)
    if score then drop(set, id, score) end
  end

  for step = 0, linksPerStep do
    local count = redis.call('ZCARD', unopened) + redis.call('ZCARD', opened)
    local sum = tonumber(redis.call('GET', bytes) or 0)
    if count < maxLinks and sum + size <= maxBytes then
      redis.call('HSET', links, id, text)
      redis.call('ZADD', unopened, scoreOf(day, size), id)
      redis.call('INCRBY', bytes, size)
      return 'new'
    end
    if step == linksPerStep then return 'again' end
    if not (dropOldest(unopened, unopenedSince) or dropOldest(opened, unusedSince)) then
      return 'full'
    end
  end
`;
