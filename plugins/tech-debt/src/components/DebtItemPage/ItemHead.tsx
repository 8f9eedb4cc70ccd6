import { LinkButton } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { makeStyles } from '@material-ui/core/styles';
import type { PricedDebtItem } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  NoteChip,
  RelativeTime,
  StateChip,
  useFactStyles,
  useFormats,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { DebtAcceptanceDialog } from '../../acceptance';
import {
  DeedStatus,
  MoveMenu,
  ResolutionDialog,
  useDebtDeeds,
} from '../../deeds';
import { useTechDebtPaths } from '../../entity/useTechDebtPaths';
import {
  DebtDocsLink,
  DebtOwner,
  DebtSeverityChip,
  DebtStatusChip,
  FactLine,
} from '../../facts';
import { techDebtTranslationRef } from '../../translation';
import { techDebtItemTranslationRef } from '../../translations/item';
import { useDebtWords } from '../../words/useDebtWords';
import { DeleteItemDialog } from './DeleteItemDialog';

const useStyles = makeStyles(theme => ({
  title: {
    margin: 0,
    fontSize: 18,
    lineHeight: '26px',
    fontWeight: 600,
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    margin: theme.spacing(0.5, 0),
    fontSize: 13,
  },
}));

/** What the item is, where it stands, how late it is, and what its reader may do with it. */
export function ItemHead(props: {
  item: PricedDebtItem;
  onChanged: () => void;
  onDeleted: () => void;
}) {
  const { item, onChanged, onDeleted } = props;
  const { t } = useTranslationRef(techDebtItemTranslationRef);
  const { t: texts } = useTranslationRef(techDebtTranslationRef);
  const words = useDebtWords();
  const formats = useFormats();
  const facts = useFactStyles();
  const classes = useStyles();
  const { age, remediation } = item;
  return (
    <header>
      <h2 className={classes.title}>{item.title}</h2>
      <div className={classes.line}>
        <DebtStatusChip status={item.status} />
        {item.severity && <DebtSeverityChip severity={item.severity} />}
        <NoteChip>{words.category[item.category]}</NoteChip>
        {item.intent && <NoteChip>{words.intent[item.intent]}</NoteChip>}
        {item.prudence && <NoteChip>{words.prudence[item.prudence]}</NoteChip>}
        {age.daysOverdue !== null && (
          <StateChip
            state="attention"
            label={texts('age.overdue', { count: age.daysOverdue })}
          />
        )}
        {remediation?.state === 'overdue' && (
          <StateChip
            state="bad"
            label={texts('remediation.overdue', {
              day: formats.day(remediation.dueDay),
            })}
          />
        )}
        {item.acceptedUntil && (
          <StateChip
            state="exempt"
            label={t('head.acceptedUntil', {
              day: formats.day(item.acceptedUntil),
            })}
          />
        )}
      </div>
      <div className={classes.line}>
        <span>{t('head.on')}</span>
        {item.entities.map(({ ref, title, exists }) => (
          <span key={ref}>
            <EntityRefLink entityRef={ref} title={title} />
            {!exists && <> ({t('head.gone')})</>}
          </span>
        ))}
      </div>
      <FactLine>
        <span>
          {t('head.owner', {
            owner: (
              <DebtOwner
                ownerRef={item.ownerRef}
                ownerTitle={item.ownerTitle}
              />
            ),
          })}
        </span>
        <span>
          {t('head.age', { age: texts('age.days', { count: age.days }) })}
        </span>
        {item.targetDate && (
          <span>{t('head.target', { day: formats.day(item.targetDate) })}</span>
        )}
        {item.reviewDate && (
          <span>{t('head.review', { day: formats.day(item.reviewDate) })}</span>
        )}
        <span>
          {t('head.filed', {
            who: <EntityRefLink entityRef={item.reportedBy} />,
            when: <RelativeTime instant={item.createdAt} />,
          })}
        </span>
        {item.origin.type !== 'person' && (
          <span>{words.origin[item.origin.type]}</span>
        )}
        {item.origin.leftAt && (
          <span>
            {t('head.left', { when: formats.instant(item.origin.leftAt) })}
          </span>
        )}
        <span>
          {t('head.changed', {
            when: <RelativeTime instant={item.updatedAt} />,
          })}
        </span>
        <span>
          <DebtDocsLink />
        </span>
      </FactLine>
      {item.resolution && (
        <p className={facts.text}>
          {t('head.resolution')}: {item.resolution}
        </p>
      )}
      <ItemActions item={item} onChanged={onChanged} onDeleted={onDeleted} />
    </header>
  );
}

function ItemActions(props: {
  item: PricedDebtItem;
  onChanged: () => void;
  onDeleted: () => void;
}) {
  const { item, onChanged, onDeleted } = props;
  const { t } = useTranslationRef(techDebtItemTranslationRef);
  const facts = useFactStyles();
  const paths = useTechDebtPaths();
  const deeds = useDebtDeeds(onChanged);
  const [open, setOpen] = useState<'delete' | 'accept'>();
  const [asked, setAsked] = useState(false);
  const close = () => setOpen(undefined);
  return (
    <>
      <div className={facts.actions}>
        {item.may.change && paths && (
          <LinkButton
            size="small"
            variant="contained"
            color="primary"
            style={{ textTransform: 'none' }}
            to={paths.edit(item.id)}
          >
            {t('head.edit')}
          </LinkButton>
        )}
        <MoveMenu item={item} onChoose={deed => deeds.choose({ item, deed })} />
        {item.mayAskAcceptance && (
          <ActionButton variant="outlined" onClick={() => setOpen('accept')}>
            {t('head.accept')}
          </ActionButton>
        )}
        {item.may.delete && (
          <ActionButton variant="outlined" onClick={() => setOpen('delete')}>
            {t('head.delete')}
          </ActionButton>
        )}
      </div>
      <DeedStatus deeds={deeds} />
      <div role="status">
        {asked && <StateChip state="good" label={t('acceptance.done')} />}
      </div>
      {deeds.asked && (
        <ResolutionDialog
          title={item.title}
          deed={deeds.asked.deed}
          running={deeds.running}
          error={deeds.error}
          onSubmit={deeds.resolve}
          onClose={deeds.leave}
        />
      )}
      {open === 'accept' && (
        <DebtAcceptanceDialog
          item={item}
          onClose={close}
          onRequested={() => {
            close();
            setAsked(true);
            onChanged();
          }}
        />
      )}
      {open === 'delete' && (
        <DeleteItemDialog item={item} onClose={close} onDeleted={onDeleted} />
      )}
    </>
  );
}
