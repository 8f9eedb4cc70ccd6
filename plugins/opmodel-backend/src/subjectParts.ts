import type { Subject } from './subjects';

/** What a part of a subject, such as the campaigns of scorecards, adds to it. */
export type SubjectPart = Partial<
  Pick<
    Subject,
    | 'addRoutes'
    | 'factProviders'
    | 'listAlarms'
    | 'listAttention'
    | 'onScanned'
    | 'registerActions'
    | 'retentionRules'
    | 'start'
    | 'tasks'
  >
>;

/** What parts add together. They are started, and hear of a scan, one after the other in their order. */
export function joinParts(
  parts: readonly SubjectPart[],
): Required<SubjectPart> {
  return {
    addRoutes(router) {
      parts.forEach(part => part.addRoutes?.(router));
    },
    registerActions() {
      parts.forEach(part => part.registerActions?.());
    },
    async listAttention(visibility, owners) {
      const items = await Promise.all(
        parts.map(part => part.listAttention?.(visibility, owners) ?? []),
      );
      return items.flat();
    },
    async listAlarms() {
      const alarms = await Promise.all(
        parts.map(part => part.listAlarms?.() ?? []),
      );
      return alarms.flat();
    },
    async start() {
      for (const part of parts) {
        await part.start?.();
      }
    },
    async onScanned(news) {
      for (const part of parts) {
        await part.onScanned?.(news);
      }
    },
    factProviders: parts.flatMap(part => part.factProviders ?? []),
    retentionRules: parts.flatMap(part => part.retentionRules ?? []),
    tasks: parts.flatMap(part => part.tasks ?? []),
  };
}
