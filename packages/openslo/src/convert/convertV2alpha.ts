import type { OpenSloDocument } from '../document/OpenSloDocument';
import type { OpenSloPath } from '../document/OpenSloPath';
import { isMap } from '../document/isMap';
import type { Conversion } from './Conversion';
import type { OpenSloV1Document } from './convertToV1';
import { convertAlertPolicy, convertInline } from './convertV2alphaAlertPolicy';
import { convertSli } from './convertV2alphaSli';
import { DataSources } from './DataSources';

/** Converts a document of `openslo.com/v2alpha`, and makes documents of the data sources inside of it. */
export function convertV2alpha(
  document: OpenSloDocument,
  conversion: Conversion,
): OpenSloV1Document[] {
  const { spec } = document.value as { spec?: unknown };
  const dataSources = new DataSources(conversion);
  const converted = convertSpec(document.kind, spec, conversion, dataSources);
  return [...dataSources.documents, conversion.finish(converted, locate)];
}

function convertSpec(
  kind: string | undefined,
  spec: unknown,
  conversion: Conversion,
  dataSources: DataSources,
): unknown {
  if (!isMap(spec)) {
    return spec;
  }
  switch (kind) {
    case 'SLO':
      return convertSlo(spec, conversion, dataSources);
    case 'SLI':
      return convertSli(spec, ['spec'], dataSources);
    case 'AlertPolicy':
      return convertAlertPolicy(spec, ['spec'], conversion);
    default:
      return spec;
  }
}

const namesOfV2alpha: Record<string, string> = {
  indicator: 'sli',
  indicatorRef: 'sliRef',
  metricSourceRef: 'dataSourceRef',
  service: 'serviceRef',
};

/** Where in the source stands what has this path in the converted document. */
function locate(path: OpenSloPath): OpenSloPath {
  return path
    .filter(step => step !== 'metricSource')
    .map(step => namesOfV2alpha[step] ?? step);
}

function convertSlo(
  spec: Record<string, unknown>,
  conversion: Conversion,
  dataSources: DataSources,
): Record<string, unknown> {
  if ('service' in spec && 'serviceRef' in spec) {
    conversion.keep(
      ['spec', 'service'],
      spec.service,
      'The SLO names its service twice; serviceRef is taken.',
    );
  }
  const converted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(spec)) {
    if (key === 'serviceRef') {
      converted.service = value;
    } else if (key === 'service') {
      converted.service = spec.serviceRef ?? value;
    } else if (key === 'objectives' && Array.isArray(value)) {
      converted.objectives = value.map((item, index) =>
        convertObjective(
          item,
          ['spec', 'objectives', index],
          conversion,
          dataSources,
        ),
      );
    } else if (key === 'alertPolicies') {
      converted.alertPolicies = convertInline(
        value,
        ['spec', key],
        conversion,
        convertAlertPolicy,
      );
    } else {
      putField(converted, key, value, ['spec'], conversion, dataSources);
    }
  }
  return converted;
}

function convertObjective(
  objective: unknown,
  path: OpenSloPath,
  conversion: Conversion,
  dataSources: DataSources,
): unknown {
  if (!isMap(objective)) {
    return objective;
  }
  const converted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(objective)) {
    if (key === 'labels') {
      conversion.keep(
        [...path, key],
        value,
        'Objectives of v1 have no labels.',
      );
    } else {
      putField(converted, key, value, path, conversion, dataSources);
    }
  }
  return converted;
}

/** Puts a field in what is converted; an SLI goes by another name there. */
function putField(
  converted: Record<string, unknown>,
  key: string,
  value: unknown,
  path: OpenSloPath,
  conversion: Conversion,
  dataSources: DataSources,
): void {
  if (key === 'sliRef') {
    converted.indicatorRef = value;
  } else if (key === 'sli') {
    const at = [...path, 'sli'];
    converted.indicator = isMap(value)
      ? {
          ...value,
          ...('metadata' in value && {
            metadata: conversion.convertMetadata(value.metadata, [
              ...at,
              'metadata',
            ]),
          }),
          ...(isMap(value.spec) && {
            spec: convertSli(value.spec, [...at, 'spec'], dataSources),
          }),
        }
      : value;
  } else {
    converted[key] = value;
  }
}
