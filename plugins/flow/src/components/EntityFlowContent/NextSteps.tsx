import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import PageLink from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import type {
  FlowNextStep,
  FlowReport,
} from '@opmodel/backstage-plugin-opmodel-common';
import { Panel, useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { useFlowTabPath } from '../../entity/useFlowTabPath';
import { flowTranslationRef } from '../../translation';
import { WORK_ITEMS_ANCHOR } from '../WorkItemsTable';

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

/** At most three concrete things that would help, each with the way to it. */
export function NextSteps(props: { report: FlowReport }) {
  const { nextSteps, scope } = props.report;
  const { t } = useTranslationRef(flowTranslationRef);
  const classes = useStyles();
  const describe = useStepText();
  const tabPath = useFlowTabPath();
  return (
    <Panel title={t('next.title')}>
      {nextSteps.length === 0 ? (
        <p className={classes.text}>{t('next.nothing')}</p>
      ) : (
        <ul className={classes.list}>
          {nextSteps.map(step => {
            const { title, text } = describe(step);
            const isElsewhere =
              step.entityRef !== null && step.entityRef !== scope.ref;
            return (
              <li key={`${step.id} ${step.entityRef}`}>
                <h3 className={classes.title}>{title}</h3>
                <p className={classes.text}>{text}</p>
                <span className={classes.link}>
                  {isElsewhere ? (
                    <Link to={tabPath(step.entityRef!)}>
                      {t('next.openTab')}
                    </Link>
                  ) : (
                    <PageLink href={`#${WORK_ITEMS_ANCHOR}`}>
                      {t('next.seeItems')}
                    </PageLink>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

function useStepText(): (step: FlowNextStep) => {
  title: string;
  text: string;
} {
  const { t } = useTranslationRef(flowTranslationRef);
  const formats = useFormats();
  return ({ id, values }) => {
    const items = asNumber(values.items) ?? 0;
    const share = formats.share(asNumber(values.share));
    const title = String(values.title ?? '');
    switch (id) {
      case 'connect-tracker':
        return {
          title: t('next.connectTracker'),
          text: t('next.connectTrackerText'),
        };
      case 'report-start':
        return {
          title: t('next.reportStart'),
          text: t('next.reportStartText', { share }),
        };
      case 'classify-items':
        return {
          title: t('next.classify'),
          text: t('next.classifyText', { share }),
        };
      case 'aged-items':
        return {
          title: t('next.aged', { count: items }),
          text: t('next.agedText', {
            time: formats.duration(asNumber(values.expectation)),
            oldest: formats.duration(asNumber(values.oldest)),
          }),
        };
      case 'blocked-items':
        return {
          title: t('next.blocked', { count: items }),
          text: t('next.blockedText'),
        };
      case 'wip-growing':
        return {
          title: t('next.wipGrowing'),
          text: t('next.wipGrowingText', {
            arrived: formats.count(asNumber(values.arrived)),
            done: formats.count(asNumber(values.completed)),
          }),
        };
      case 'builds-failing':
        return {
          title: t('next.buildsFailing', { title }),
          text: t('next.buildsFailingText', { share }),
        };
      default:
        throw new TypeError(`Unknown step '${id satisfies never}'`);
    }
  };
}

function asNumber(value: string | number | null | undefined): number | null {
  return typeof value === 'number' ? value : null;
}
