/** Why a command on a control audit is refused: stable codes, plain words. */
export const controlAuditRefusals = {
  audit_not_run: 'This quarter has not been audited yet. Run the checklist first.',
  audit_closed: 'The audit of this quarter is closed. What you do now belongs to the next one.',
  task_unknown: 'There is no task for this control: nothing was missing.',
  task_over: 'This task is done already.',
  tasks_open: 'Some tasks have neither somebody who does them nor a reason to accept them as they are.',
} as const;

export type ControlAuditRefusal = keyof typeof controlAuditRefusals;
