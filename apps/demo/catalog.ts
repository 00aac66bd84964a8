import type { DemoDates } from './dates.ts';

/** Returns the catalog of Meridian Tools: five products, a price book in each of two currencies, the feature map. */
export function catalogYaml({ from }: DemoDates): string {
  const year = Number(from.slice(0, 4)) - 1;
  const book = (currency: string, seat: string, cad: string, call: string) => `
  - id: PB-${year}-${currency}
    currency: ${currency}
    from: ${year}-01-01
    reason: Prices of ${year}, with support by telephone on working days.
    components:
      - { id: atlas-seat, product: atlas, edition: team, unit: seat, per: year, model: unit, price: ${seat} }
      - { id: atlas-seat-business, product: atlas, edition: business, unit: seat, per: year, model: unit, price: ${Number(seat) + 120} }
      - { id: atlas-seat-health, product: atlas, edition: team, unit: seat, per: year, model: unit, price: ${seat}, discounts: [{ name: Health care, off: 10% }] }
      - { id: forge-license, product: forge, unit: license, per: month, model: graduated, tiers: [{ upTo: 25, unit: ${cad} }, { upTo: inf, unit: ${Number(cad) - 11} }] }
      - { id: beacon-call, product: beacon, unit: call, per: month, model: unit, price: ${call} }
      - { id: solver-license, product: solver, unit: license, per: month, model: volume, tiers: [{ upTo: 10, unit: 60 }, { upTo: inf, unit: 52 }] }
      - { id: server-core, product: server, unit: { one: core license, many: core licenses }, per: year, model: package, size: 4, price: 1900 }`;
  return `goodterms: catalog/1
products:
  - { id: atlas, name: Atlas, editions: [{ id: team, name: Team }, { id: business, name: Business }] }
  - { id: forge, name: Forge CAD, editions: [] }
  - { id: solver, name: Forge Solver, editions: [] }
  - { id: beacon, name: Beacon API, editions: [] }
  - { id: server, name: Beacon Server, editions: [] }
priceBooks:${book('EUR', '360.00', '95.00', '0.0004')}${book('USD', '390.00', '104.00', '0.00045')}
features:
  - { feature: atlas.seat, product: atlas }
  - { feature: forge_cad, product: forge }
  - { feature: solver, product: solver }
  - { feature: beacon.call, product: beacon }
  - { feature: beacon_server, product: server }
`;
}
