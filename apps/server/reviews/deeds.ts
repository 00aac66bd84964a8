import { commandReview, type Done } from '#business/reviews/review.store.ts';
import type { Outcome, Side, Slot } from '#business/reviews/review.ts';
import { freezePage, pageDigest } from '#business/reviews/reviewPage.store.ts';
import { type CalendarDate, type Instant, parseInstant } from '#platform/instant.ts';
import { type Doing, withTexts } from './change.ts';
import { reviewPage } from './page.ts';

type SlotText = { readonly from: string; readonly until: string };

/** Returns the time of a body as ours; its texts were checked before. */
export function slotOf({ from, until }: SlotText): Slot {
  return { from: parseInstant(from) as Instant, until: parseInstant(until) as Instant };
}

/** Offers times in the name of a side. */
export const offer =
  (side: Side, { slots, note }: { slots: readonly SlotText[]; note: string }) =>
  ({ tx, review, by, once }: Doing): Promise<Done> =>
    withTexts(tx, textsOf([note], { by, once }), ([told]) => {
      const command = { kind: 'offer', side, slots: slots.map(slotOf), note: told ?? null } as const;
      return commandReview(tx, review.id, { ...command, at: by.now }, by, once);
    });

/** Says yes to a time, in the name of a side. */
export const accept =
  (side: Side, { place, ...slot }: SlotText & { place: string }) =>
  ({ tx, review, by, once }: Doing): Promise<Done> =>
    withTexts(tx, textsOf([place], { by, once }), ([told]) => {
      const command = { kind: 'accept', side, slot: slotOf(slot), place: told ?? null } as const;
      return commandReview(tx, review.id, { ...command, at: by.now }, by, once);
    });

/** Calls the meeting off, or drops the review, in the name of a side. */
export const say =
  (kind: 'callOff' | 'drop', side: Side, reason: string) =>
  ({ tx, review, by, once }: Doing): Promise<Done> =>
    withTexts(tx, textsOf([reason], { by, once }), ([told]) =>
      commandReview(tx, review.id, { kind, side, reason: told!, at: by.now }, by, once),
    );

type Held = {
  readonly summary: string;
  readonly outcomes: readonly (Pick<Outcome, 'kind' | 'side'> & {
    readonly what: string;
    readonly dueOn: string | null;
  })[];
};

/** Writes down what came of the meeting, and freezes the page as both see it now. */
export const hold =
  ({ summary, outcomes }: Held) =>
  async ({ tx, review, by, once }: Doing): Promise<Done> => {
    const { customer, now } = by;
    const page = await reviewPage(tx, customer, { from: review.from, until: review.until }, now);
    const texts = [summary, ...outcomes.map(({ what }) => what)];
    const done = await withTexts(tx, textsOf(texts, { by, once }), ([told, ...whats]) => {
      const agreed = outcomes.map(
        ({ kind, side, dueOn }, i): Outcome => ({
          ...{ id: String(i + 1), kind, side, what: whats[i]! },
          dueOn: dueOn as CalendarDate | null,
        }),
      );
      const command = { kind: 'hold', summary: told!, outcomes: agreed, page: pageDigest(page) } as const;
      return commandReview(tx, review.id, { ...command, at: now }, by, once);
    });
    if (done.kind === 'done' && review.status !== 'held')
      await freezePage(tx, { customer, review: review.id, page, now });
    return done;
  };

/** Says what became of an outcome. */
export const end =
  (outcome: string, { how, why }: { how: 'done' | 'given-up'; why: string }) =>
  ({ tx, review, by, once }: Doing): Promise<Done> =>
    withTexts(tx, textsOf([why], { by, once }), ([told]) =>
      commandReview(tx, review.id, { kind: 'end', outcome, how, why: told ?? null, at: by.now }, by, once),
    );

function textsOf(texts: readonly string[], { by, once }: Pick<Doing, 'by' | 'once'>) {
  return { customer: by.customer, texts, key: once.idempotencyKey, now: by.now };
}
