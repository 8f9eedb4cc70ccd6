import { isMap } from './isMap';

// Documents may be broken in any way: what is not of its type counts as not there. Validation has said so.

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function mapOf(value: unknown): Record<string, unknown> {
  return isMap(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The name of what stands in place, or null. */
export function nameOf(inline: Record<string, unknown>): string | null {
  return textOf(mapOf(inline.metadata).name);
}

/** The title of what stands in place, or null. */
export function titleOf(inline: Record<string, unknown>): string | null {
  return textOf(mapOf(inline.metadata).displayName);
}
