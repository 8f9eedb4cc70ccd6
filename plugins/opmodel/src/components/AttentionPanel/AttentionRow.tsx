import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { AttentionItem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  RelativeTime,
  StateChip,
  type OpmodelState,
} from '@opmodel/backstage-plugin-opmodel-react';
import { opmodelHomeTranslationRef } from '../../translation';
import { useAttentionPath } from './useAttentionPath';
import { useAttentionText } from './useAttentionText';

const useStyles = makeStyles(theme => ({
  row: {
    display: 'grid',
    gridTemplateColumns: '88px minmax(0, 1fr)',
    gap: theme.spacing(0, 1.5),
    alignItems: 'start',
    padding: theme.spacing(1.25, 0),
    '&:not(:last-child)': {
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
  },
  what: { fontWeight: 600, fontSize: 14, lineHeight: '20px' },
  why: { margin: 0, fontSize: 13, lineHeight: '20px' },
  about: {
    margin: 0,
    fontSize: 12,
    lineHeight: '18px',
    color: theme.palette.text.secondary,
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 1),
  },
}));

const states: Record<AttentionItem['urgency'], OpmodelState> = {
  now: 'bad',
  soon: 'attention',
  later: 'thin',
};

/** One thing that needs somebody: how urgent, what, why, whose, since when, and the way to it. */
export function AttentionRow(props: { item: AttentionItem }) {
  const { item } = props;
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  const path = useAttentionPath(item);
  const { what, why } = useAttentionText(item);
  const urgency = {
    now: t('attention.urgency.now'),
    soon: t('attention.urgency.soon'),
    later: t('attention.urgency.later'),
  }[item.urgency];

  return (
    <li className={classes.row}>
      <span>
        <StateChip state={states[item.urgency]} label={urgency} />
      </span>
      <div>
        <Link className={classes.what} to={path}>
          {item.entityTitle}: {what}
        </Link>
        <p className={classes.why}>{why}</p>
        <p className={classes.about}>
          {item.since && (
            <span>
              {t('attention.since', {
                when: <RelativeTime instant={item.since} />,
              })}
            </span>
          )}
          {item.ownerRef && (
            <span>
              {t('attention.ownedBy', {
                owner: (
                  <EntityDisplayName
                    entityRef={item.ownerRef}
                    defaultKind="group"
                    hideIcon
                    disableTooltip
                  />
                ),
              })}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
