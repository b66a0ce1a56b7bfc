// Puts the script on the agenda: each step at its instant, told to the client or to the broker that it names.
import { addressOf } from './addresses.ts';
import { Program } from './devices/program/program.ts';
import { ScriptedClient } from './devices/scriptedClient.ts';
import { fromMilliseconds } from './engine/time.ts';
import type { BrokerStep } from './events.ts';
import type { Run } from './run.ts';
import { isHardwareAction, type ScriptAction } from './script.ts';

export function performScript(run: Run): void {
  const { clients = [], programs = [], script = [], lastsMs = 0 } = run.scenario;
  const scripted = new Map(clients.map((client, index) => [client.name, new ScriptedClient(run, client, addressOf('scripted', index))]));
  const running = new Map(programs.map((program, index) => [program.name, new Program(run, program, addressOf('program', index))]));
  for (const step of script) {
    run.queue.at(fromMilliseconds(step.atMs), () => {
      if (!('client' in step)) return performOnBroker(run, step);
      scripted.get(step.client)?.perform(step);
      if (isHardwareAction(step)) running.get(step.client)?.perform(step);
    });
  }
  run.queue.at(fromMilliseconds(lastsMs), () => undefined);
}

function performOnBroker(run: Run, action: Exclude<ScriptAction, { readonly client: string }>): void {
  const tell = (step: BrokerStep['step'], problem: string | null = null): void => run.tell({ kind: 'broker', at: run.now, step, problem });
  switch (action.do) {
    case 'stopBroker':
      run.broker.halt('stop');
      return tell('stopped');
    case 'killBroker':
      run.broker.halt('kill');
      return tell('killed');
    case 'startBroker': {
      const problem = run.broker.restart();
      return tell(problem === null ? 'started' : 'startFailed', problem);
    }
    case 'saveBroker':
      return run.broker.save();
    case 'reloadBroker':
      return run.broker.reload(action.config);
  }
}
