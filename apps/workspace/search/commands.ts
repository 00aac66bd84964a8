import type { Session } from '../data/session.ts';
import { groups, type Place } from '../shell/places.ts';

/** Something the palette offers: where it leads, in a word what it is, and how it is called. */
export type Offer = {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly detail: string | null;
  readonly place: string;
};

type Command = Pick<Place, 'to' | 'name' | 'can'>;

/** What is often begun, each by the page where it begins. */
const commands: readonly Command[] = [
  { to: '/customers/new', name: 'Add a customer', can: 'customers.change' },
  { to: '/imports', name: 'Bring in a file of usage', can: 'usage.import' },
  { to: '/papers', name: 'Bring in a spreadsheet', can: 'papers.import' },
  { to: '/catalog', name: 'Change a price', can: 'catalog.change' },
  { to: '/alerts/rules', name: 'Change when alerts are due', can: 'alerts.rules' },
  { to: '/triage', name: 'Change the triage table', can: 'triage.change' },
  { to: '/controls', name: 'Check the controls', can: 'controls.run' },
  { to: '/team', name: 'Add a person to the team', can: 'team.change' },
];

/** Returns the pages and commands whose name holds all words that were written; all pages where nothing is. */
export function offersFor(asked: string, can: Session['can']): Offer[] {
  const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (name: string) => words.every((word) => name.toLowerCase().includes(word));
  const pages = groups.flatMap(({ name: group, places }) =>
    places
      .filter((place) => can.includes(place.can) && fits(place.name))
      .map(({ to, name }) => ({ id: `page ${to}`, kind: 'Page', title: name, detail: group, place: to })),
  );
  const begun = words.length === 0 ? [] : commands.filter((one) => can.includes(one.can) && fits(one.name));
  return [
    ...pages,
    ...begun.map(({ to, name }) => ({
      id: `command ${name}`,
      kind: 'Command',
      title: name,
      detail: null,
      place: to,
    })),
  ];
}
