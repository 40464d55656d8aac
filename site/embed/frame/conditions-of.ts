import type { Conditions } from '../../../playground-server/protocol/index.ts';
import type { EmbedSettings } from '../settings.ts';

type Asked = Pick<EmbedSettings, 'scratch' | 'user' | 'addressSpaceMiB' | 'refuse'>;

/** The conditions that an author asks for by attributes; undefined if there are none. */
export function conditionsOf(asked: Asked): Conditions | undefined {
  const { scratch, user, addressSpaceMiB, refuse } = asked;
  const conditions = {
    ...(scratch && { scratch }),
    ...(user && { user }),
    ...(addressSpaceMiB !== null && { addressSpaceMiB }),
    ...(refuse && { refuse }),
  };
  return Object.keys(conditions).length > 0 ? conditions : undefined;
}
