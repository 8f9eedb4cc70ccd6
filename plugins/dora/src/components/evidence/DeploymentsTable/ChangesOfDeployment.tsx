import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DeploymentChangeRow,
  DeploymentRow,
} from '@opmodel/backstage-plugin-opmodel-common';
import {
  NO_VALUE,
  RelativeTime,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../../translation';
import { CountedNote } from './CountedNote';
import { shortSha } from './shortSha';

const useStyles = makeStyles(theme => ({
  box: {
    margin: theme.spacing(0, 0, 1, 2),
    borderLeft: `2px solid ${theme.palette.divider}`,
  },
  title: {
    display: 'inline-block',
    maxWidth: 360,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    verticalAlign: 'bottom',
  },
  note: {
    padding: theme.spacing(0.75, 2),
    fontSize: 13,
    color: theme.palette.text.secondary,
  },
}));

/** The changes that a deployment carries, with the times that make the lead time. */
export function ChangesOfDeployment(props: {
  deployment: DeploymentRow;
  zone: string;
  /** Shows only the changes left out for this reason, where there are any. */
  exclusion?: string;
}) {
  const { deployment, zone, exclusion } = props;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const classes = useStyles();
  const table = useDenseTableStyles();
  const { changes, changesTotal } = deployment;
  const leftOut = changes.filter(change => change.exclusion === exclusion);
  const shown = exclusion && leftOut.length > 0 ? leftOut : changes;
  const unlisted = changesTotal - changes.length;
  if (changes.length === 0) {
    return <div className={classes.note}>{t('evidence.noChanges')}</div>;
  }
  return (
    <div className={classes.box}>
      <table className={table.table} aria-label={t('evidence.changes')}>
        <thead>
          <tr>
            <th scope="col">{t('evidence.change')}</th>
            <th scope="col">{t('evidence.firstCommit')}</th>
            <th scope="col">{t('evidence.merged')}</th>
            <th scope="col" className={table.number}>
              {t('evidence.leadTime')}
            </th>
            <th scope="col">{t('evidence.counted')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(change => (
            <tr key={change.key}>
              <td>
                <ChangeName change={change} className={classes.title} />
              </td>
              <td>
                <Moment instant={change.firstCommitAt} zone={zone} />
              </td>
              <td>
                <Moment instant={change.mergedAt} zone={zone} />
              </td>
              <td className={table.number}>
                {formats.duration(change.leadTime)}
              </td>
              <td>
                <CountedNote exclusion={change.exclusion} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {unlisted > 0 && (
        <div className={classes.note}>
          {t('evidence.moreChanges', { n: formats.count(unlisted) })}
        </div>
      )}
    </div>
  );
}

function ChangeName(props: { change: DeploymentChangeRow; className: string }) {
  const { change, className } = props;
  const name =
    change.title ??
    (change.commitSha ? shortSha(change.commitSha) : change.key);
  return (
    <span className={className} title={name}>
      {change.url ? <Link to={change.url}>{name}</Link> : name}
    </span>
  );
}

function Moment(props: { instant: string | null; zone: string }) {
  return props.instant ? (
    <RelativeTime instant={props.instant} zone={props.zone} />
  ) : (
    <>{NO_VALUE}</>
  );
}
