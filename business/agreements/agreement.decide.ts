import type { Instant } from '#platform/instant.ts';
import type { Refusal } from '#platform/journal/decider.ts';
import type { Json } from '#platform/journal/envelope.ts';
import { canonical } from '#platform/journal/json.ts';
import { can, statusOf } from './agreement.can.ts';
import type { AgreementCommand, AgreementEvent, AgreementState } from './agreement.lifecycle.ts';
import { type AgreementRefusal, agreementRefusals } from './agreement.refusals.ts';
import type { Agreement, Amendment, SignedAgreement, Variation } from './agreement.ts';
import type { FiledAmendment, FiledVariation } from './agreementFile.ts';
import { checkMeaning, type Written } from './checkMeaning.ts';
import { problemList } from './report.ts';

type Decision =
  | { readonly events: readonly AgreementEvent[] }
  | { readonly refused: Refusal<AgreementRefusal> };

/** Returns the events a command leads to, or why it is refused. An agreement never comes to contradict itself. */
export function decideAgreement(command: AgreementCommand, state: AgreementState): Decision {
  const possible = can[command.kind][statusOf(state)];
  if (possible !== true) return refuse('not_possible_now', possible);
  const { now } = command;
  if (command.kind === 'record') return importFile(alone(command.signed), null, now);
  if (command.kind === 'importFile') return importFile(command.file, state, now);
  if (state === null) throw new Error('refused above');
  const signed = latestText(state);
  switch (command.kind) {
    case 'correct':
      if (same(signed, command.signed)) return refuse('nothing_changed');
      return importFile(alone(command.signed), state, now);
    case 'amend':
      if (state.amendments.some(({ id }) => id === command.amendment.id)) return refuse('id_taken');
      return importFile({ ...alone(signed), amendments: [command.amendment] }, state, now);
    case 'withdraw':
      return withdraw(command.amendment, state, now);
    case 'vary':
      if (state.variations.some(({ id }) => id === command.variation.id)) return refuse('id_taken');
      return importFile({ ...alone(signed), variations: [command.variation] }, state, now);
    case 'revoke':
      return revoke(command.variation, command.at, state, now);
  }
}

function alone(signed: SignedAgreement): Written {
  return { signed, amendments: [], variations: [] };
}

/** The one way in: whatever of `file` is not known yet, provided that all of it together makes sense. */
function importFile(file: Written, state: AgreementState, now: Instant): Decision {
  const events: AgreementEvent[] = [];
  if (state === null) events.push({ kind: 'recorded', signed: file.signed, recordedAt: now });
  else {
    const before = latestText(state);
    if (before.id !== file.signed.id || before.customer !== file.signed.customer) {
      return refuse('identity_changed');
    }
    if (!same(before, file.signed)) {
      events.push({ kind: 'corrected', signed: file.signed, recordedAt: now });
    }
  }
  const withdrawn = file.amendments.find(({ id }) =>
    state?.amendments.some((one) => one.id === id && one.withdrawn),
  );
  if (withdrawn)
    return refuse('amendment_withdrawn', `${withdrawn.id}: ${agreementRefusals.amendment_withdrawn}`);
  const amendments = unknownOf(file.amendments, state?.amendments ?? []);
  if ('changed' in amendments)
    return refuse('amendment_changed', `${amendments.changed}: ${agreementRefusals.amendment_changed}`);
  const variations = unknownOf(file.variations, state?.variations ?? []);
  if ('changed' in variations)
    return refuse('variation_changed', `${variations.changed}: ${agreementRefusals.variation_changed}`);
  for (const amendment of amendments.missing) {
    events.push({ kind: 'amended', amendment: { ...amendment, recordedAt: now } });
  }
  for (const variation of variations.missing) {
    events.push({ kind: 'varied', variation: { ...variation, recordedAt: now, revoked: null } });
  }
  const wrong = contradiction({
    signed: file.signed,
    amendments: [...inForce(state?.amendments ?? []), ...amendments.missing],
    variations: [...(state?.variations ?? []), ...variations.missing],
  });
  return events.length > 0 && wrong ? refuse('contradiction', wrong) : { events };
}

/** Returns which items are not known yet, or the id of one that is known with other content. */
function unknownOf<T extends FiledAmendment | FiledVariation>(
  filed: readonly T[],
  known: readonly (Amendment | Variation)[],
): { readonly missing: readonly T[] } | { readonly changed: string } {
  const contents = new Map(known.map((item) => [item.id, content(item)]));
  const changed = filed.find((item) => contents.has(item.id) && contents.get(item.id) !== content(item));
  return changed ? { changed: changed.id } : { missing: filed.filter(({ id }) => !contents.has(id)) };
}

/** What later amendments refer to cannot be taken away beneath them. */
function withdraw(id: string, state: Agreement, now: Instant): Decision {
  const amendment = state.amendments.find((item) => item.id === id);
  if (!amendment) return refuse('amendment_unknown');
  if (amendment.withdrawn) return refuse('amendment_withdrawn');
  const left = inForce(state.amendments).filter((item) => item.id !== id);
  const wrong = contradiction({
    ...alone(latestText(state)),
    amendments: left,
    variations: state.variations,
  });
  if (wrong) return refuse('contradiction', wrong);
  return { events: [{ kind: 'withdrawn', amendment: id, recordedAt: now }] };
}

function inForce(amendments: readonly Amendment[]): Amendment[] {
  return amendments.filter(({ withdrawn }) => !withdrawn);
}

function revoke(id: string, at: Instant, state: Agreement, now: Instant): Decision {
  const variation = state.variations.find((item) => item.id === id);
  if (!variation) return refuse('variation_unknown');
  if (variation.revoked) return refuse('revoked_already');
  if (at < now) return refuse('reaches_back');
  if (at >= variation.until) return refuse('ended_already');
  return { events: [{ kind: 'revoked', variation: id, at, recordedAt: now }] };
}

function contradiction(written: Written): string | undefined {
  const { problems, report } = problemList('The agreement contradicts itself');
  checkMeaning(written, report, () => {});
  const [first] = problems;
  return first && `${first.pointer}: ${first.detail} ${first.todo}`;
}

/** The text that counts now: the latest recorded, of two at one moment the later one. */
function latestText({ texts }: Agreement): SignedAgreement {
  return texts.at(-1)!.signed;
}

/** What an item says, apart from when it was recorded, revoked or withdrawn; the order of keys says nothing. */
function content(item: object): string {
  const { recordedAt: _, revoked: __, withdrawn: ___, ...said } = item as Record<string, unknown>;
  return canonical(said as Json);
}

function same(a: SignedAgreement, b: SignedAgreement): boolean {
  return content(a) === content(b);
}

function refuse(code: AgreementRefusal, words: string = agreementRefusals[code]): Decision {
  return { refused: { code, words } };
}
