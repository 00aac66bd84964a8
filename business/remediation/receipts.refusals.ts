/** Why a command on the receipts of a duty is refused: stable codes, plain words. */
export const receiptRefusals = {
  receipt_there: 'What was owed by this date has come in already.',
  receipt_in_future: 'A receipt is dated today or before.',
  receipt_unknown: 'There is no such receipt, or it was taken back.',
} as const;

export type ReceiptRefusal = keyof typeof receiptRefusals;
