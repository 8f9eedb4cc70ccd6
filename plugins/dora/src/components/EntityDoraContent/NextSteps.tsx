import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import PageLink from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DoraReport,
  NextStep,
} from '@opmodel/backstage-plugin-opmodel-common';
import { Panel, useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import type { ReactNode } from 'react';
import { useDoraTabPath } from '../../entity/useDoraTabPath';
import { doraTranslationRef } from '../../translation';
import { DEPLOYMENTS_ANCHOR } from '../DeploymentsTable';
import { useExclusionText } from '../exclusions';
import { useStageNames } from '../stages';
import { STAGES_ANCHOR } from './LeadTimeStages';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: 0,
    display: 'grid',
    '& > li': {
      padding: theme.spacing(1.5, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    '& > li:first-child': { borderTop: 'none', paddingTop: 0 },
  },
  title: {
    margin: 0,
    fontSize: 14,
    lineHeight: '20px',
    fontWeight: 600,
    color: theme.palette.text.primary,
  },
  text: {
    margin: theme.spacing(0.25, 0, 0.75),
    fontSize: 13,
    lineHeight: '19px',
    color: theme.palette.text.secondary,
  },
  link: { fontSize: 13 },
}));

interface StepText {
  title: string;
  text: string;
  link: ReactNode;
}

/** At most three concrete things that would help, each with the way to it. */
export function NextSteps(props: { report: DoraReport }) {
  const { report } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  const describe = useStepText(report);
  return (
    <Panel title={t('next.title')}>
      {report.nextSteps.length === 0 ? (
        <p className={classes.text}>{t('next.nothing')}</p>
      ) : (
        <ul className={classes.list}>
          {report.nextSteps.map(step => {
            const { title, text, link } = describe(step);
            return (
              <li key={`${step.id} ${step.entityRef}`}>
                <h3 className={classes.title}>{title}</h3>
                <p className={classes.text}>{text}</p>
                <span className={classes.link}>{link}</span>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

function useStepText(report: DoraReport): (step: NextStep) => StepText {
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const stages: Record<string, string> = useStageNames();
  const tabPath = useDoraTabPath();
  const describeExclusion = useExclusionText();
  const [mainExclusion] = report.changeLeadTime.excluded;
  const rows = (
    <PageLink href={`#${DEPLOYMENTS_ANCHOR}`}>{t('next.seeRows')}</PageLink>
  );
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
          link: (
            <PageLink href={`#${STAGES_ANCHOR}`}>
              {t('next.seeStages')}
            </PageLink>
          ),
        };
      case 'slowest-member':
        return {
          title: t('next.slowestMember', { title }),
          text: t('next.slowestMemberText', { median }),
          link: tab(entityRef),
        };
      default:
        return {
          title: t('next.stoppedDeploying', { title }),
          text: t('next.stoppedDeployingText', {
            when: formats.relative(String(values.lastDeploymentAt ?? '')),
          }),
          link: tab(entityRef),
        };
    }
  };
}

function asNumber(value: string | number | null | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
