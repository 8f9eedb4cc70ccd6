import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { makeStyles } from '@material-ui/core/styles';
import type { AttentionList } from '@opmodel/backstage-plugin-opmodel-common';
import {
  Panel,
  QueryView,
  RowsSkeleton,
  SegmentedButtons,
  StateChip,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useSearchParams } from 'react-router-dom';
import { useAttention } from '../../hooks/useAttention';
import { opmodelHomeTranslationRef } from '../../translation';
import { AttentionRow } from './AttentionRow';

const useStyles = makeStyles(theme => ({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  note: {
    margin: theme.spacing(1, 0, 0),
    fontSize: 13,
    lineHeight: '20px',
    color: theme.palette.text.secondary,
  },
}));

/** Whose things the list is about. */
type Whose = 'mine' | 'everybody';

/** Props of {@link AttentionPanel}. */
export interface AttentionPanelProps {
  /** Who the user owns things as; undefined while that is not known. */
  ownerRefs: string[] | undefined;
  /** Whether the user belongs to any group: without one, everybody's things are shown. */
  inTeam: boolean;
  /** Whether anything is known of what they own: without it, an empty list says nothing. */
  reporting: Record<Whose, boolean>;
}

/** What needs me: the things of my teams that need somebody, or those of everybody. */
export function AttentionPanel(props: AttentionPanelProps) {
  const { ownerRefs, inTeam, reporting } = props;
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  const [params, setParams] = useSearchParams();
  const whose: Whose =
    !inTeam || params.get('attention') === 'everybody' ? 'everybody' : 'mine';
  const known = ownerRefs !== undefined;
  const attention = useAttention(
    whose === 'mine' ? ownerRefs : undefined,
    known,
  );

  return (
    <Panel
      title={t('attention.title')}
      actions={
        inTeam && (
          <SegmentedButtons<Whose>
            label={t('attention.whose')}
            value={whose}
            options={[
              { id: 'mine', label: t('attention.mine') },
              { id: 'everybody', label: t('attention.everybody') },
            ]}
            onChange={chosen =>
              setParams(before => {
                const next = new URLSearchParams(before);
                if (chosen === 'mine') next.delete('attention');
                else next.set('attention', chosen);
                return next;
              })
            }
          />
        )
      }
    >
      {known && !inTeam && (
        <p className={classes.note}>{t('attention.noTeams')}</p>
      )}
      <QueryView
        query={attention}
        subject={t('attention.subject')}
        skeleton={<RowsSkeleton rows={4} />}
      >
        {list => (
          <Items list={list} whose={whose} reporting={reporting[whose]} />
        )}
      </QueryView>
    </Panel>
  );
}

function Items(props: {
  list: AttentionList;
  whose: Whose;
  reporting: boolean;
}) {
  const { items, totalItems } = props.list;
  const { t } = useTranslationRef(opmodelHomeTranslationRef);
  const classes = useStyles();
  const formats = useFormats();
  if (items.length === 0 && !props.reporting) {
    return (
      <div>
        <StateChip state="no_data" label={t('attention.unknownTitle')} />
        <p className={classes.note}>{t('attention.unknown')}</p>
      </div>
    );
  }
  if (items.length === 0) {
    return (
      <div>
        <StateChip state="good" label={t('attention.emptyTitle')} />
        <p className={classes.note}>
          {props.whose === 'mine'
            ? t('attention.emptyMine')
            : t('attention.emptyEverybody')}
        </p>
      </div>
    );
  }
  return (
    <>
      <ul className={classes.list}>
        {items.map(item => (
          <AttentionRow key={item.id} item={item} />
        ))}
      </ul>
      {totalItems > items.length && (
        <p className={classes.note}>
          {t('attention.more', {
            n: formats.count(totalItems - items.length),
          })}
        </p>
      )}
    </>
  );
}
