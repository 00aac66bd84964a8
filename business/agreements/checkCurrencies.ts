import type { AgreementForm } from './agreementForm.ts';
import type { Report } from './report.ts';

/** Reports order lines and clauses that name another currency than their agreement. */
export function checkCurrencies(form: AgreementForm, report: Report): void {
  const added = (form.amendments ?? []).flatMap(({ changes }, i) =>
    changes.map(
      ({ addOrderLine }, j) => [addOrderLine, `/amendments/${i}/changes/${j}/addOrderLine`] as const,
    ),
  );
  const places = [
    ...(form.orderLines ?? []).map((line, i) => [line, `/orderLines/${i}`] as const),
    ...form.clauses.map((clause, i) => [clause, `/clauses/${i}`] as const),
    ...added,
  ];
  for (const [item, at] of places) {
    if (item?.currency === undefined || item.currency === form.currency) continue;
    const detail = `${item.currency} stands here, but the agreement is in ${form.currency}.`;
    report(`${at}/currency`, 'currency_mixed', detail, 'Use one currency, or write two agreements.');
  }
}
