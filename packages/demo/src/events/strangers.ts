import { DAY, HOUR } from '../history/workload';
import { repositoryUrl } from './addressing';
import { cloudEvent, type CloudEvent } from './cloudEvent';

/**
 * Events of systems that the catalog does not know, so that the operator's page has something to show: a forgotten service, a
 * van's computer, a fax bridge that had an incident, and a deployment that names a shared repository and none of its parts.
 *
 * @param anchorDay - midnight of the day of the first start, epoch milliseconds
 */
export function strangers(anchorDay: number): CloudEvent[] {
  const deployed = (
    service: string,
    daysAgo: number,
    customData: Record<string, unknown>,
  ) =>
    cloudEvent({
      generation: '0.4',
      type: 'service.deployed',
      id: `${service}-${daysAgo}-days-before`,
      source: `https://ci.example.com/marrowby/${service}`,
      time: anchorDay - daysAgo * DAY + 11 * HOUR,
      subjectId: service,
      content: {
        environment: { id: 'production' },
        artifactId: `pkg:oci/${service}@2.${100 - daysAgo}.0`,
      },
      customData,
    });
  const forgotten = { repositoryUrl: repositoryUrl('coupon-importer') };
  return [
    deployed('coupon-importer', 41, forgotten),
    deployed('coupon-importer', 23, forgotten),
    deployed('van-telemetry', 6, {}),
    deployed('shop', 12, { repositoryUrl: repositoryUrl('shop') }),
    cloudEvent({
      generation: '0.5',
      type: 'incident.detected',
      id: 'fax-bridge-out-of-paper',
      source: 'https://oncall.example.com/marrowby',
      time: anchorDay - 9 * DAY + 7 * HOUR,
      subjectId: 'INC-fax-bridge',
      content: {
        environment: { id: 'production' },
        service: { id: 'fax-bridge' },
        description: 'Orders by fax are stuck',
      },
      customData: { severity: 'sev4' },
    }),
  ];
}
