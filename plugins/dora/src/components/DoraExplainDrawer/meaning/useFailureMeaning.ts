import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type {
  DoraProfile,
  FailureDefinition,
  FailureLinkKind,
} from '@opmodel/backstage-plugin-opmodel-common';
import { doraTranslationRef } from '../../../translation';
import { useMedianMeaning } from './useMedianMeaning';

const HOUR = 3_600;

/** What fails, by what that is known, and from where to where recovery runs under a definition. */
export function useFailureMeaning(): {
  failRate: (profile: DoraProfile) => string[];
  recovery: (profile: DoraProfile) => string[];
} {
  const { t } = useTranslationRef(doraTranslationRef);
  const medianOf = useMedianMeaning();
  const spans: Record<FailureDefinition['recovery'], string> = {
    deployment_to_recovered: t('meaning.recoveredFromDeployment'),
    deployment_to_resolved: t('meaning.resolvedFromDeployment'),
    incident_to_resolved: t('meaning.resolvedFromIncident'),
    earliest_to_resolved: t('meaning.resolvedFromEarliest'),
  };
  const roundings: Record<FailureDefinition['unitSeconds'], string[]> = {
    1: [],
    60: [t('meaning.minutesDown')],
    3600: [t('meaning.hoursDown')],
  };
  const listLinks = (failures: FailureDefinition, explicit: string) => {
    const { maximumLagSeconds: lag } = failures;
    const words: Record<FailureLinkKind, string> = {
      person: t('meaning.byPerson'),
      explicit,
      rollback: t('meaning.byRollback'),
      revert: t('meaning.byRevert'),
      hotfix: t('meaning.byHotfix'),
      time_window:
        lag === null
          ? t('meaning.byAnyTime')
          : t('meaning.byTime', { hours: String(lag / HOUR) }),
    };
    return failures.links.map(kind => words[kind]).join('; ');
  };
  const share = (failures: FailureDefinition) => {
    if (failures.numerator === 'failed_deployments') {
      return [
        t('meaning.failedShare'),
        t('meaning.failedBy', {
          links: listLinks(failures, t('meaning.byExplicit')),
        }),
      ];
    }
    return failures.incidents === 'all'
      ? [t('meaning.allIncidents')]
      : [
          t('meaning.linkedIncidents'),
          t('meaning.tiedBy', {
            links: listLinks(failures, t('meaning.byNamed')),
          }),
        ];
  };
  const otherCauses = ({ ignoredCauses }: FailureDefinition) =>
    ignoredCauses.length > 0 ? [t('meaning.otherCauses')] : [];
  return {
    failRate: ({ failures }) => [...share(failures), ...otherCauses(failures)],
    recovery: profile => {
      const { failures } = profile;
      const ofDeployments =
        failures.recovery === 'deployment_to_recovered' ||
        failures.recovery === 'deployment_to_resolved';
      return [
        spans[failures.recovery],
        ofDeployments && failures.severalIncidents === 'last'
          ? t('meaning.lastIncident')
          : t('meaning.eachIncident'),
        ...otherCauses(failures),
        t('meaning.openLeftOut'),
        ...(failures.recoveryWindow === 'day_and_end'
          ? [t('meaning.endInWindow')]
          : []),
        ...roundings[failures.unitSeconds],
        medianOf(profile, t('meaning.recovery')),
      ];
    },
  };
}
