import { isMap } from '../document/isMap';
import type { OpenSloPath } from '../document/OpenSloPath';
import type { Conversion } from './Conversion';

type SpecConversion = (
  spec: Record<string, unknown>,
  path: OpenSloPath,
  conversion: Conversion,
) => Record<string, unknown>;

/** Converts a list whose items name a document, or are one without its version. */
export function convertInline(
  list: unknown,
  path: OpenSloPath,
  conversion: Conversion,
  convertItemSpec: SpecConversion = spec => spec,
): unknown {
  if (!Array.isArray(list)) {
    return list;
  }
  return list.map((item, index) => {
    if (!isMap(item) || !('metadata' in item)) {
      return item;
    }
    const at = [...path, index];
    return {
      ...item,
      metadata: conversion.convertMetadata(item.metadata, [...at, 'metadata']),
      ...(isMap(item.spec) && {
        spec: convertItemSpec(item.spec, [...at, 'spec'], conversion),
      }),
    };
  });
}

/** Converts the spec of an AlertPolicy of `openslo.com/v2alpha`, as a document or inside an SLO. */
export function convertAlertPolicy(
  spec: Record<string, unknown>,
  path: OpenSloPath,
  conversion: Conversion,
): Record<string, unknown> {
  const converted = { ...spec };
  for (const key of ['conditions', 'notificationTargets']) {
    if (key in spec) {
      converted[key] = convertInline(spec[key], [...path, key], conversion);
    }
  }
  return converted;
}
