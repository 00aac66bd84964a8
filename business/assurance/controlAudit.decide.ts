import type { Decider, Refusal } from '#platform/journal/decider.ts';
import type { ControlResult } from './control.ts';
import { type ControlAuditRefusal, controlAuditRefusals } from './controlAudit.refusals.ts';
import type { ControlAudit, ControlAuditCommand, ControlAuditEvent, ControlTask } from './controlAudit.ts';

type Decision =
  | { readonly events: readonly ControlAuditEvent[] }
  | { readonly refused: Refusal<ControlAuditRefusal> };

/** Returns the event a command leads to, or why it is refused. */
export function decideControlAudit(command: ControlAuditCommand, state: ControlAudit): Decision {
  if (state.status === 'closed') return refuse('audit_closed');
  if (command.kind === 'run') {
    const { kind: _, ...told } = command;
    return { events: [{ kind: 'ran', ...told }] };
  }
  if (state.status === 'none') return refuse('audit_not_run');
  switch (command.kind) {
    case 'assign': {
      const { kind: _, ...told } = command;
      return ifOpen(state.tasks, command.control) ?? { events: [{ kind: 'assigned', ...told }] };
    }
    case 'accept': {
      const { kind: _, ...told } = command;
      return ifOpen(state.tasks, command.control) ?? { events: [{ kind: 'accepted', ...told }] };
    }
    case 'close':
      return state.tasks.some(({ status, staff }) => status === 'open' && staff === null)
        ? refuse('tasks_open')
        : { events: [{ kind: 'closed', at: command.at }] };
  }
}

function ifOpen(tasks: readonly ControlTask[], control: string): Decision | undefined {
  const task = tasks.find((one) => one.control === control);
  if (!task) return refuse('task_unknown');
  return task.status === 'open' ? undefined : refuse('task_over');
}

function refuse(code: ControlAuditRefusal): Decision {
  return { refused: { code, words: controlAuditRefusals[code] } };
}

/** Returns an audit after one event. */
export function evolveControlAudit(state: ControlAudit, event: ControlAuditEvent): ControlAudit {
  if (event.kind === 'ran') {
    const { quarter, results, at } = event;
    const [runs, tasks] = state.status === 'none' ? [0, []] : [state.runs, state.tasks];
    const next = { quarter, results, ranAt: at, runs: runs + 1, closedAt: null };
    return { status: 'open', ...next, tasks: tasksAfter(tasks, results, at) };
  }
  if (state.status === 'none') return state;
  switch (event.kind) {
    case 'assigned':
      return withTask(state, event.control, { staff: event.staff, dueOn: event.dueOn });
    case 'accepted':
      return withTask(state, event.control, { status: 'accepted', reason: event.reason });
    case 'closed':
      return { ...state, status: 'closed', closedAt: event.at };
  }
}

function withTask(
  state: Exclude<ControlAudit, { status: 'none' }>,
  control: string,
  change: Partial<ControlTask>,
): ControlAudit {
  const tasks = state.tasks.map((task) => (task.control === control ? { ...task, ...change } : task));
  return { ...state, tasks };
}

/** What was accepted stays so while no more of it is missing; what is good again is settled; what is missing anew is open. */
function tasksAfter(
  before: readonly ControlTask[],
  results: readonly ControlResult[],
  at: ControlTask['since'],
): ControlTask[] {
  return results.flatMap(({ code, good, of }): ControlTask[] => {
    const missing = of - good;
    const task = before.find(({ control }) => control === code);
    if (!task) {
      if (missing === 0) return [];
      return [{ control: code, status: 'open', since: at, missing, staff: null, dueOn: null, reason: null }];
    }
    if (missing === 0) return [task.status === 'settled' ? task : { ...task, status: 'settled', missing }];
    if (task.status === 'accepted' && missing <= task.missing) return [{ ...task, missing }];
    if (task.status === 'open') return [{ ...task, missing }];
    return [{ ...task, status: 'open', since: at, missing, reason: null }];
  });
}

/** The lifecycle of the audit of one quarter. */
export const controlAuditDecider: Decider<
  ControlAudit,
  ControlAuditCommand,
  ControlAuditEvent,
  ControlAuditRefusal
> = { initial: { status: 'none' }, decide: decideControlAudit, evolve: evolveControlAudit };
