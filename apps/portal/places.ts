import { alertsSlot } from './alerts/slot.ts';
import { changesSlot } from './changes/slot.ts';
import { datesSlot } from './dates/slot.ts';
import { documentsSlot } from './documents/slot.ts';
import { lineSlot } from './line/slot.ts';
import { onboardingSlot } from './onboarding/slot.ts';
import { overviewSlot } from './overview/slot.ts';
import { peopleSlot } from './people/slot.ts';
import { questionsSlot } from './questions/slot.ts';
import { reviewsSlot } from './reviews/slot.ts';
import type { Slot } from './slot.ts';
import { waysUpSlot } from './waysUp/slot.ts';

/** All places of the customer's room, in the order of the menu. On a phone the first four stand at the bottom. */
export const places: readonly Slot[] = [
  overviewSlot,
  datesSlot,
  waysUpSlot,
  questionsSlot,
  alertsSlot,
  changesSlot,
  documentsSlot,
  reviewsSlot,
  onboardingSlot,
  peopleSlot,
  lineSlot,
];

/** Those that are there. */
export const openPlaces: readonly Slot[] = places.filter(({ pages }) => pages.length > 0);
