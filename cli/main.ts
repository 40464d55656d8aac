#!/usr/bin/env node
import { exitStatus } from './exit-status.ts';
import { help } from './help.ts';
import { parseCommand } from './parse-command.ts';
import { runCommand } from './run-command.ts';

// Nobody reads on, as with `| head`: to end closes the request, which cancels the run.
process.stdout.on('error', () => process.exit(exitStatus.unread));

const command = parseCommand(process.argv.slice(2), process.env);
switch (command.kind) {
  case 'help':
    process.stdout.write(help);
    break;
  case 'wrong':
    console.error(`live-man: ${command.sentence} See live-man --help.`);
    process.exitCode = exitStatus.noRun;
    break;
  case 'run':
    process.exitCode = await runCommand(command, process);
    break;
}
