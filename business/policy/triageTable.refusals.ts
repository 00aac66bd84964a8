/** Why a triage table is refused: stable codes, plain words. */
export const triageRefusals = {
  table_test_unfit: 'A cell asks something its column cannot answer, or names a value there is none of.',
} as const;

export type TriageRefusal = keyof typeof triageRefusals;
