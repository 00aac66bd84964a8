import type { ComponentType } from 'react';

/** What looks wrong: a line, one of its groups, a window of it, or one counted unit of that (by its key). */
export type ContestPlace = {
  readonly customer: string;
  readonly agreement: string;
  readonly clause: string;
  readonly group: string;
  readonly window: string | null;
  readonly unit: string | null;
};

/** The dialog that "this number looks wrong" opens, loaded when somebody presses it; `null`: there is none, nor the button. */
export const contestDialog:
  | (() => Promise<{ ContestDialog: ComponentType<ContestPlace & { onClose: () => void }> }>)
  | null = null;
