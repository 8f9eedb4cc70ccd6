import { z } from 'zod';
import { SourceClient } from '../../http/SourceClient';
import type { FactProvider, ToldFacts } from '../FactProvider';

const answerSchema = z.object({
  projects: z.array(
    z.object({
      key: z.string(),
      /** Why it could not be scanned. */
      failure: z.string().optional(),
      critical: z.number().int().optional(),
      scannedAt: z.iso.datetime().optional(),
      languages: z.array(z.string()).default([]),
    }),
  ),
});

type Project = z.infer<typeof answerSchema>['projects'][number];

/** Tells what a scanner of dependencies found. */
export function createScanFacts(settings: {
  baseUrl: string;
  token: string;
}): FactProvider {
  return {
    id: 'scan',
    title: 'Dependency scans',
    schema: {
      critical: {
        type: 'integer',
        description: 'Critical findings that are open',
      },
      scannedAt: { type: 'datetime', description: 'When it was last scanned' },
      languages: { type: 'set', description: 'Languages that were found' },
    },
    kinds: ['component'],
    cadence: { hours: 1 },
    freshness: { hours: 25 },
    batchSize: 100,
    async provide(entities, { signal }) {
      signal.throwIfAborted();
      const keys = new Map(
        entities.flatMap(({ entityRef, annotations }) => {
          const key = annotations['scans.example.com/project'];
          return key ? [[entityRef, key]] : [];
        }),
      );
      if (keys.size === 0) {
        return [];
      }
      const client = new SourceClient({
        baseUrl: settings.baseUrl,
        headers: { authorization: `Bearer ${settings.token}` },
        run: { signal, budgetShare: 1, reportProgress() {} },
      });
      const query = new URLSearchParams({
        keys: [...new Set(keys.values())].join(','),
      });
      const answer = await client.request(`projects?${query}`);
      const projects = new Map(
        answer.json(answerSchema).projects.map(one => [one.key, one]),
      );
      return [...keys].flatMap(([entityRef, key]) => {
        const project = projects.get(key);
        return project ? [toTold(entityRef, project)] : [];
      });
    },
  };
}

function toTold(entityRef: string, project: Project): ToldFacts {
  if (project.failure !== undefined) {
    return { entityRef, problem: `The scan failed: ${project.failure}` };
  }
  return {
    entityRef,
    facts: {
      critical: project.critical ?? null,
      scannedAt: project.scannedAt ? Date.parse(project.scannedAt) : null,
      languages: [...new Set(project.languages)],
    },
  };
}
