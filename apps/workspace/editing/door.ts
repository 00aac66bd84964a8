import type { Action } from '#business/identity/can.ts';

/** What a preview says of every kind of paper: whether anything changes at all, and what, in words. */
export type AnyPreview = { readonly same: boolean; readonly papers: readonly string[] };

/** A paper that is edited as a text: as it stands, and the ways to look at a change, to save it, and to read it again. */
export type Door<P extends AnyPreview> = {
  readonly what: string;
  /** What it takes to save it. */
  readonly needs: Action;
  readonly text: string;
  readonly version: number;
  readonly preview: (text: string) => Promise<P>;
  readonly save: (text: string, version: number) => Promise<unknown>;
  readonly reload: () => Promise<{ readonly text: string } | undefined>;
};
