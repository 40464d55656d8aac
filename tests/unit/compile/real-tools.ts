import type { Tools } from '../../../playground-server/compile/tool.ts';
import { shownOn } from '../../../playground-server/decode/families/shown-calls.ts';
import { policiesFor } from '../../../playground-server/run/host/policies.ts';
import { identitiesOf, prepareHost } from '../../../playground-server/run/host/host.ts';
import { toolLimits, type ToolLimits } from '../../../playground-server/run/limits.ts';
import { Leases } from '../../../playground-server/run/sandboxes/leases.ts';
import { createTools } from '../../../playground-server/run/tools/tool-runner.ts';
import { patientTools } from '../../patient-tools.ts';
import { temporaryFolder } from '../../tmp/temporary-folder.ts';

const scratchDiskBytes = 16 * 1024 * 1024;
/** No sandbox of an engine has these ids. */
const ids = { first: 8000, count: 64 };

/** The tools as the server runs them, without a server. */
export async function realTools() {
  const host = await prepareHost(temporaryFolder('work-dir'), scratchDiskBytes, (hasGroups) =>
    policiesFor(shownOn, hasGroups),
  );
  const leases = new Leases(identitiesOf(ids));
  const toolsWithin = (limits: ToolLimits): Tools =>
    createTools(
      {
        rootDirectory: host.toolRoot,
        filterFile: host.toolFilter,
        zygoteFilter: host.zygoteFilter,
        kept: { rootDirectory: host.nodeRoot, checkerDirectory: host.checkerRoot, areReady: false },
        leases,
        cgroups: host.cgroups,
      },
      limits,
    );
  return {
    tools: toolsWithin({ ...toolLimits, answerMs: patientTools.answerMs }),
    /** The same, with less time for those that take all that there is. */
    impatient: toolsWithin({ ...toolLimits, wallTimeMs: 1500 }),
    async close() {
      await leases.allFree();
      await host.remove();
    },
  };
}
