/** Why a command on an alert that a customer set for itself is refused: stable codes, plain words. */
export const ownAlertRefusals = {
  own_alert_known: 'This alert is there already.',
  own_alert_gone: 'This alert was taken away. Set a new one.',
} as const;

export type OwnAlertRefusal = keyof typeof ownAlertRefusals;
