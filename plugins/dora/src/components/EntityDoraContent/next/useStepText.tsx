import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import PageLink from '@material-ui/core/Link';
import type {
  DoraReport,
  NextStep,
} from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import { useDoraTabPath } from '../../../entity/useDoraTabPath';
import { doraTranslationRef } from '../../../translation';
import { DISPUTES_ANCHOR, QUALITY_ANCHOR, STAGES_ANCHOR } from '../../anchors';
import { DEPLOYMENTS_ANCHOR } from '../../evidence/DeploymentsTable';
import { INCIDENTS_ANCHOR } from '../../evidence/IncidentsTable';
import { useExclusionText } from '../../exclusions';
import { useStageNames } from '../../stages';

/** A step in words. */
export interface StepText {
  title: string;
  text: string;
  link: ReactNode;
}

/** What a step says, and the way to what it is about. A step that this version does not know says so. */
export function useStepText(report: DoraReport): (step: NextStep) => StepText {
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const stages: Record<string, string> = useStageNames();
  const tabPath = useDoraTabPath();
  const describeExclusion = useExclusionText();
  const [mainExclusion] = report.changeLeadTime.excluded;
  const at = (anchor: string, text: string) => (
    <PageLink href={`#${anchor}`}>{text}</PageLink>
  );
  const count = (value: string | number | null | undefined) =>
    formats.count(asNumber(value));
  const rows = at(DEPLOYMENTS_ANCHOR, t('next.seeRows'));
  const tab = (entityRef: string | null) =>
    entityRef && <Link to={tabPath(entityRef)}>{t('next.openTab')}</Link>;
  return ({ id, entityRef, values }) => {
    const title = String(values.title ?? '');
    const median = formats.duration(asNumber(values.median));
    const deployments = formats.count(asNumber(values.deployments));
    switch (id) {
      case 'connect-source':
        return {
          title: t('next.connectSource'),
          text: t('next.connectSourceText'),
          link: rows,
        };
      case 'report-changes':
        if (mainExclusion) {
          return {
            title: t('next.unmeasuredChanges'),
            text: t('next.unmeasuredChangesText', {
              reason: describeExclusion(mainExclusion.reason).long,
            }),
            link: rows,
          };
        }
        return {
          title: t('next.reportChanges'),
          text: t('next.reportChangesText', { deployments }),
          link: rows,
        };
      case 'report-environment':
        return {
          title: t('next.reportEnvironment'),
          text: t('next.reportEnvironmentText', { deployments }),
          link: rows,
        };
      case 'slowest-stage':
        return {
          title: t('next.slowestStage', {
            stage: (stages[String(values.stage)] ?? '').toLocaleLowerCase(),
          }),
          text: t('next.slowestStageText', {
            share: formats.share(asNumber(values.share)),
            median,
          }),
          link: at(STAGES_ANCHOR, t('next.seeStages')),
        };
      case 'slowest-member':
        return {
          title: t('next.slowestMember', { title }),
          text: t('next.slowestMemberText', { median }),
          link: tab(entityRef),
        };
      case 'stopped-deploying':
        return {
          title: t('next.stoppedDeploying', { title }),
          text: t('next.stoppedDeployingText', {
            when: formats.relative(String(values.lastDeploymentAt ?? '')),
          }),
          link: tab(entityRef),
        };
      case 'link-incidents':
        return {
          title: t('next.linkIncidents'),
          text: t('next.linkIncidentsText', {
            incidents: count(values.incidents),
          }),
          link: at(INCIDENTS_ANCHOR, t('next.seeIncidents')),
        };
      case 'report-incidents':
        return {
          title: t('next.reportIncidents'),
          text: t('next.reportIncidentsText'),
          link: at(INCIDENTS_ANCHOR, t('next.seeIncidents')),
        };
      case 'worst-change-fail-rate':
        return {
          title: t('next.worstChangeFailRate', { title }),
          text: t('next.worstChangeFailRateText', {
            share: formats.share(asNumber(values.rate)),
          }),
          link: tab(entityRef),
        };
      case 'open-failures':
        return {
          title: t('next.openFailures'),
          text: t('next.openFailuresText', {
            failures: count(values.deployments),
          }),
          link: at(DEPLOYMENTS_ANCHOR, t('next.seeFailed')),
        };
      case 'mend-clocks':
        return {
          title: t('next.mendClocks'),
          text: t('next.mendClocksText', { problems: count(values.problems) }),
          link: at(QUALITY_ANCHOR, t('next.seeQuality')),
        };
      case 'answer-disputes':
        return {
          title: t('next.answerDisputes'),
          text: t('next.answerDisputesText', {
            disputes: count(values.disputes),
          }),
          link: at(DISPUTES_ANCHOR, t('next.seeDisputes')),
        };
      default:
        // An engine that is newer than this page may name what it does not know.
        id satisfies never;
        return {
          title: t('next.other'),
          text: t('next.otherText'),
          link: null,
        };
    }
  };
}

function asNumber(value: string | number | null | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
