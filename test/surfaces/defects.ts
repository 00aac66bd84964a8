import type { PortalLine } from '#apps/server/portal/lineSchemas.ts';
import type { PortalClause, PortalUse, PortalWindow } from '#apps/server/portal/overviewSchemas.ts';
import { exact, fixed, plain } from '#platform/exact.ts';
import type { Surfaces } from './surfaces.ts';

/** A mistake the portal could make, made on purpose: what it says otherwise. */
export type Defect = {
  readonly name: string;
  readonly plant: (portal: Surfaces['portal']) => Surfaces['portal'];
};

type Portal = Surfaces['portal'];

const onLines =
  (change: (line: PortalLine, group: string, all: Portal['lines']) => PortalLine) =>
  (portal: Portal): Portal => ({
    ...portal,
    lines: new Map([...portal.lines].map(([group, line]) => [group, change(line, group, portal.lines)])),
  });
const onUses = (change: (use: PortalUse, line: PortalLine) => PortalUse) =>
  onLines((line) => (line.use ? { ...line, use: change(line.use, line) } : line));
const onWindows = (change: (window: PortalWindow, i: number, all: readonly PortalWindow[]) => PortalWindow) =>
  onLines((line) => ({ ...line, windows: line.windows.map(change) }));
const onClause =
  (change: (clause: PortalClause) => PortalClause) =>
  (portal: Portal): Portal => ({ ...portal, clause: change(portal.clause) });

const oneMore = (value: string) => plain(exact(value).add(1));

/** Mistakes of kinds that pages like this have been seen to make. */
export const defects: readonly Defect[] = [
  {
    name: 'one unit too many in one window',
    plant: onWindows((window, i) => (i === 1 ? { ...window, value: oneMore(window.value) } : window)),
  },
  {
    name: 'the limit of the window before',
    plant: onWindows((window, i, all) => ({ ...window, limit: all[Math.max(0, i - 1)]!.limit })),
  },
  {
    name: 'the last window is left out',
    plant: onLines((line) => ({ ...line, windows: line.windows.slice(0, -1) })),
  },
  {
    name: 'above without regard to the tolerance',
    plant: onWindows((window) => ({ ...window, above: exact(window.value).gt(exact(window.limit)) })),
  },
  {
    name: 'at the limit is taken for above',
    plant: onWindows((window) => ({ ...window, above: exact(window.value).gte(exact(window.limit)) })),
  },
  {
    name: 'numbers cut to two decimals',
    plant: onWindows((window) => ({ ...window, value: plain(exact(fixed(exact(window.value), 2))) })),
  },
  {
    name: 'an open window is taken for closed',
    plant: onWindows((window) => ({ ...window, open: false })),
  },
  {
    name: 'what records in conflict could make of it is not told',
    plant: onWindows((window) => ({ ...window, low: window.value, high: window.value })),
  },
  {
    name: 'the numbers of another group',
    plant: onLines((line, group, all) => {
      const other = [...all].find(([one]) => one !== group)?.[1];
      return other ? { ...line, windows: other.windows, use: other.use } : line;
    }),
  },
  {
    name: 'percent rounded up',
    plant: onUses((use) => ({ ...use, percent: use.percent === null ? null : use.percent + 1 })),
  },
  {
    name: 'what is left of the limit of now, and not of the window',
    plant: onUses((use, { clause }) => {
      const { limit } = clause.allowed;
      return use.window && limit ? { ...use, left: plain(exact(limit).sub(exact(use.window.value))) } : use;
    }),
  },
  {
    name: 'a value that can still fall is called above',
    plant: onUses((use) => (use.why?.code === 'still-open' ? { ...use, status: 'above', why: null } : use)),
  },
  {
    name: 'no data is taken for no use',
    plant: onClause((clause) => ({
      ...clause,
      why: null,
      uses: clause.uses.map((use) => ({ ...use, status: 'within', why: null })),
    })),
  },
  {
    name: 'a grant below the limit is called what makes it',
    plant: onClause((clause) => ({
      ...clause,
      allowed: {
        ...clause.allowed,
        parts: clause.allowed.parts.map((part) => ({ ...part, counts: true })),
      },
    })),
  },
  {
    name: 'the limit without what was granted',
    plant: onClause((clause) => {
      const own = clause.allowed.parts.find(({ kind }) => kind === 'limit');
      return own ? { ...clause, allowed: { ...clause.allowed, limit: own.value } } : clause;
    }),
  },
  {
    name: 'values that were granted are missing',
    plant: onClause((clause) => {
      const { values } = clause.allowed;
      return values ? { ...clause, allowed: { ...clause.allowed, values: values.slice(0, 1) } } : clause;
    }),
  },
  {
    name: 'limits drawn without their last change',
    plant: onLines((line) => ({ ...line, allowedOver: line.allowedOver.slice(0, 1) })),
  },
  {
    name: 'nothing was ever above',
    plant: onUses((use) => ({ ...use, lastAbove: null })),
  },
  {
    name: 'the overview is of another moment than the line',
    plant: (portal) => ({
      ...portal,
      figures: portal.figures.map((one) => ({ ...one, used: one.used === null ? null : oneMore(one.used) })),
    }),
  },
];
