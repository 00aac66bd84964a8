/* What the numbers of a workbook mean (ECMA-376 part 1, 18.8.30 and 18.17.4). */

const dayFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Whether a number of this format is shown as a day. `code` is the format where the workbook has one of its own. */
export function isDayFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return dayFormats.has(id);
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '');
  return /[yd]/i.test(bare) && !/general/i.test(bare);
}

/**
 * Returns a number as a plain decimal of at most 15 significant digits, as a spreadsheet shows it: binary fractions
 * leave a trail beyond (0.30000000000000004). `undefined` where it is no number.
 */
export function plainNumber(text: string): string | undefined {
  const match = /^(-?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  const digits = whole + fraction;
  if (digits === '') return undefined;
  const scale = fraction.length - Number(power);
  const { significant, dropped } = rounded(digits.replace(/^0+(?=\d)/, ''));
  return sign + placed(significant, scale - dropped);
}

/** To 15 digits, half away from zero; `dropped` says how many digits are gone. */
function rounded(digits: string): { significant: bigint; dropped: number } {
  const dropped = Math.max(0, digits.length - 15);
  const step = 10n ** BigInt(dropped);
  const value = BigInt(digits);
  return { significant: dropped === 0 ? value : (value + step / 2n) / step, dropped };
}

/** Writes `digits` with `decimals` of them behind the point (before it, when negative). */
function placed(digits: bigint, decimals: number): string {
  if (decimals <= 0) return (digits * 10n ** BigInt(-decimals)).toString();
  const text = digits.toString().padStart(decimals + 1, '0');
  const fraction = text.slice(-decimals).replace(/0+$/, '');
  return text.slice(0, -decimals) + (fraction === '' ? '' : `.${fraction}`);
}

/**
 * Returns the day of a serial number (1 is 1900-01-01; with `from1904`, 0 is 1904-01-01), with its time where it has
 * one, to the second. `undefined` outside the years 1901 to 9999: before lies a day that never was (1900-02-29).
 */
export function dayOfSerial(text: string, from1904: boolean): string | undefined {
  const serial = Number(text);
  const days = from1904 ? serial + 1462 : serial;
  if (!(days >= 367 && days < 2_958_466)) return undefined;
  const at = Date.UTC(1899, 11, 30) + Math.round(days * 86_400) * 1000;
  const iso = new Date(at).toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19);
}

/** Returns the serial number of a day such as `2026-03-31`. */
export function serialOfDay(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;
}
