import {
  generateHistory,
  historyStart,
  type HistoryOptions,
} from '../history/generateHistory';
import { startOfDay } from '../history/workload';
import { changeEvents } from './changeEvents';
import type { CloudEvent } from './cloudEvent';
import { deploymentEvent } from './deploymentEvent';
import { environmentEvents } from './environmentEvents';
import { incidentItems, type IncidentItem } from './incidentItems';
import { pipelineRunEvent } from './pipelineRunEvent';
import { strangers } from './strangers';
import { workItemEvents } from './workItemEvents';

/** One thing to send: what, by which route of the intake, and when it happened (epoch milliseconds). */
export type Delivery =
  | { at: number; route: 'events'; body: CloudEvent }
  | { at: number; route: 'incidents'; body: IncidentItem };

/** Which part of the demo organisation's time is wanted. */
export interface TimelineOptions extends Omit<HistoryOptions, 'throughDay'> {
  /** First instant, included; absent: from the beginning. Epoch milliseconds. */
  from?: number;
  /** Last instant, included. Epoch milliseconds. */
  until: number;
}

/**
 * Everything that the demo organisation's systems say in a span of time, oldest first. What they say up to an instant is the
 * same whatever later instant is asked for.
 */
export function timeline(options: TimelineOptions): Delivery[] {
  const { anchorDay, profiles, from = -Infinity, until } = options;
  const history = generateHistory({
    ...options,
    throughDay: startOfDay(until),
  });
  const byComponent = new Map(
    profiles.map(profile => [profile.component, profile]),
  );
  const profileOf = (component: string) => byComponent.get(component)!;
  const events: CloudEvent[] = [
    ...environmentEvents(profiles, historyStart(options)),
    ...strangers(anchorDay),
    ...history.changes.flatMap(change =>
      changeEvents(change, change.components.map(profileOf)),
    ),
    ...history.deployments.map(deployment =>
      deploymentEvent(deployment, profileOf(deployment.component)),
    ),
    ...history.workItems.flatMap(workItemEvents),
    ...history.pipelineRuns.map(run =>
      pipelineRunEvent(run, profileOf(run.component)),
    ),
  ];
  const deliveries: Delivery[] = [
    ...events.map(body => ({
      at: Date.parse(body.time),
      route: 'events' as const,
      body,
    })),
    ...history.incidents
      .flatMap(incidentItems)
      .map(({ at, item }) => ({ at, route: 'incidents' as const, body: item })),
  ];
  return deliveries
    .filter(({ at }) => at >= from && at <= until)
    .sort((a, b) => a.at - b.at || (a.body.id < b.body.id ? -1 : 1));
}
