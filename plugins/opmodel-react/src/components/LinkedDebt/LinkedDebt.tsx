import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type {
  DebtItemRow,
  DebtLinkType,
} from '@opmodel/backstage-plugin-opmodel-common';
import type { ComponentType, ReactNode } from 'react';
import { useOpmodelApi } from '../../api/useOpmodelApi';
import { useFormats } from '../../format/useFormats';
import { errorStatus } from '../../request/errorStatus';
import { useQueryState } from '../../request/useQueryState';
import { opmodelTranslationRef } from '../../translation';
import { Panel } from '../Panel';
import { ErrorState, StaleNotice } from '../ViewStates';

/** Items that are named; what is linked to one thing is rarely more. */
const NAMED = 20;

/** Answers to whoever may not read debt, and of an engine that has no register. */
const NOT_FOR_THEM: readonly (number | undefined)[] = [403, 404];

const useStyles = makeStyles(theme => ({
  list: {
    margin: 0,
    paddingLeft: theme.spacing(2.5),
    overflowWrap: 'anywhere',
  },
  quiet: { color: theme.palette.text.secondary },
}));

/** Props of {@link LinkedDebt}. */
export interface LinkedDebtProps {
  type: DebtLinkType;
  /** What is meant, as links of that type name it: `slo:default/checkout`. */
  linkRef: string;
  /** Only what hangs on this entity, where the same is asked of many: a check. Default: all. */
  entityRef?: string;
  /** What the items stand in, where there are any. Default: a panel. */
  Frame?: ComponentType<{ title: string; children: ReactNode }>;
}

/**
 * The technical debt that is linked to something, as far as the reader may see it. Where there is none, nobody has a register, or the
 * reader may not read any debt, there is nothing to see.
 */
export function LinkedDebt(props: LinkedDebtProps) {
  const { type, linkRef, entityRef, Frame = Panel } = props;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const api = useOpmodelApi();
  const classes = useStyles();
  const formats = useFormats();
  const key = `${type} ${linkRef} ${entityRef ?? ''}`;
  const query = useQueryState({
    key,
    subject: key,
    request: signal =>
      api.listDebtItems(
        {
          linkType: type,
          linkRef,
          entity: entityRef,
          sort: '-updatedAt',
          limit: NAMED,
        },
        { signal },
      ),
  });
  const { data, error } = query;
  if (!data) {
    return error && !NOT_FOR_THEM.includes(errorStatus(error)) ? (
      <Frame title={t('linkedDebt.title')}>
        <ErrorState error={error} onRetry={query.retry} />
      </Frame>
    ) : null;
  }
  const left = data.totalItems - data.items.length;
  return data.totalItems === 0 ? null : (
    <Frame title={t('linkedDebt.title')}>
      {query.phase === 'stale' && (
        <StaleNotice
          error={query.error}
          loadedAt={query.loadedAt}
          onRetry={query.retry}
        />
      )}
      <ul className={classes.list}>
        {data.items.map(item => (
          <DebtLine key={item.id} item={item} />
        ))}
      </ul>
      {left > 0 && (
        <span className={classes.quiet}>
          {t('linkedDebt.more', { n: formats.count(left) })}
        </span>
      )}
    </Frame>
  );
}

function DebtLine(props: { item: DebtItemRow }) {
  const { id, title, status, ownerTitle } = props.item;
  const { t } = useTranslationRef(opmodelTranslationRef);
  const classes = useStyles();
  const words: Record<DebtItemRow['status'], string> = {
    open: t('linkedDebt.status.open'),
    planned: t('linkedDebt.status.planned'),
    in_progress: t('linkedDebt.status.inProgress'),
    accepted: t('linkedDebt.status.accepted'),
    resolved: t('linkedDebt.status.resolved'),
    wont_fix: t('linkedDebt.status.wontFix'),
  };
  return (
    <li>
      <Link
        to={`/tech-debt/items/${encodeURIComponent(id)}`}
        underline="always"
      >
        {title}
      </Link>{' '}
      <span className={classes.quiet}>
        {[words[status], ownerTitle].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}
