import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { FailureLinkRow } from '@opmodel/backstage-plugin-opmodel-common';
import {
  NoteChip,
  useDenseTableStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { doraTranslationRef } from '../../translation';
import { useFailureText } from './failureText';

const useStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(0.5, 2),
    display: 'grid',
    gap: theme.spacing(0.5),
    fontSize: 13,
    whiteSpace: 'normal',
  },
  reason: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    gap: theme.spacing(0, 1),
  },
}));

/** Why a deployment is known to have failed: by what, how certain that is, and what followed it. */
export function FailureReasons(props: { failures: FailureLinkRow[] }) {
  const { t } = useTranslationRef(doraTranslationRef);
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={t('failure.title')}>
      {props.failures.map(link => (
        <li
          key={`${link.kind} ${link.cause.source} ${link.cause.id} ${link.correctionId}`}
          className={classes.reason}
        >
          <FailureReason link={link} />
        </li>
      ))}
    </ul>
  );
}

function FailureReason(props: { link: FailureLinkRow }) {
  const { kind, confidence, cause, lagSeconds, decidedBy } = props.link;
  const { t } = useTranslationRef(doraTranslationRef);
  const formats = useFormats();
  const table = useDenseTableStyles();
  const { short, long } = useFailureText()(kind);
  const name = cause.title ?? cause.id;
  return (
    <>
      <NoteChip hint={long}>{short}</NoteChip>
      {name && (cause.url ? <Link to={cause.url}>{name}</Link> : name)}
      <span className={table.quiet}>
        {[
          ...(lagSeconds === null
            ? []
            : [t('failure.lag', { duration: formats.duration(lagSeconds) })]),
          t('failure.confidence', { share: formats.share(confidence) }),
        ].join(' · ')}
      </span>
      {decidedBy && (
        <span className={table.quiet}>
          {t('failure.by')}{' '}
          <EntityRefLink entityRef={decidedBy} defaultKind="user" hideIcon />
        </span>
      )}
    </>
  );
}
