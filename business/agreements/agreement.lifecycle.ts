import type { Instant } from '#platform/instant.ts';
import type { Agreement, Amendment, SignedAgreement, Variation } from './agreement.ts';
import type { AgreementFile, FiledAmendment, FiledVariation } from './agreementFile.ts';

/** What is known of an agreement; `null` before its text was recorded. */
export type AgreementState = Agreement | null;

/**
 * What can be done to an agreement. `now` is when it is recorded, never anything else.
 * - `record`: the signed text, for the first time.
 * - `correct`: the text anew, because a typing error was in it; what was known before stays known to the past.
 * - `amend`, `vary`: what both sides signed, or what was decided, since.
 * - `withdraw`: takes an amendment back that was recorded by mistake (the undo of an import).
 * - `revoke`: ends a variation at `at`, which is never before `now`.
 * - `importFile`: whatever of a file is not known yet.
 */
export type AgreementCommand = { readonly now: Instant } & (
  | { readonly kind: 'record' | 'correct'; readonly signed: SignedAgreement }
  | { readonly kind: 'amend'; readonly amendment: FiledAmendment }
  | { readonly kind: 'withdraw'; readonly amendment: string }
  | { readonly kind: 'vary'; readonly variation: FiledVariation }
  | { readonly kind: 'revoke'; readonly variation: string; readonly at: Instant }
  | {
      readonly kind: 'importFile';
      readonly file: Pick<AgreementFile, 'signed' | 'amendments' | 'variations'>;
    }
);

/** What happened to an agreement. Its texts and reasons are the vendor's own words, made for both sides to read. */
export type AgreementEvent =
  | {
      readonly kind: 'recorded' | 'corrected';
      readonly signed: SignedAgreement;
      readonly recordedAt: Instant;
    }
  | { readonly kind: 'amended'; readonly amendment: Amendment }
  | { readonly kind: 'withdrawn'; readonly amendment: string; readonly recordedAt: Instant }
  | { readonly kind: 'varied'; readonly variation: Variation }
  | {
      readonly kind: 'revoked';
      readonly variation: string;
      readonly at: Instant;
      readonly recordedAt: Instant;
    };
