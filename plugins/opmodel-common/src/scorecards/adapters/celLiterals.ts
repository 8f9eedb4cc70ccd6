import type { FactType } from '../factSchema';

/** A number as CEL writes it, without an exponent; compared with a whole number it may have a fraction. */
export function printNumber(value: number, type: FactType): string {
  const digits = value.toLocaleString('en-US', {
    useGrouping: false,
    maximumFractionDigits: 20,
  });
  return type === 'number' && Number.isInteger(value) ? `${digits}.0` : digits;
}

/** A text as CEL writes it. */
export function printText(text: string): string {
  return JSON.stringify(text);
}
