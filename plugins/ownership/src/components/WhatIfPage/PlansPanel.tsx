import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnershipPlan } from '@opmodel/backstage-plugin-opmodel-common';
import {
  ActionButton,
  FormDialog,
  NewestFirstPaging,
  Panel,
  QueryView,
  RelativeTime,
  RowsSkeleton,
  ScrollArea,
  useAction,
  useDenseTableStyles,
  useEntityTitles,
  useFactStyles,
  useFormats,
  useOpmodelApi,
  useRowPages,
} from '@opmodel/backstage-plugin-opmodel-react';
import { useState } from 'react';
import { ownershipWhatIfTranslationRef } from '../../translations/whatIf';

const PLANS_PER_PAGE = 10;

/** The plans that the reader may read. */
export function PlansPanel(props: {
  /** A new one asks again. */
  revision: number;
  onOpen: (planId: string) => void;
  onDeleted: (planId: string) => void;
}) {
  const { revision, onOpen, onDeleted } = props;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const api = useOpmodelApi();
  const facts = useFactStyles();
  const [deleting, setDeleting] = useState<OwnershipPlan | null>(null);
  const plans = useRowPages(
    {
      filter: { revision },
      requestPage: (page, signal) => api.listOwnershipPlans(page, { signal }),
    },
    { rowsPerPage: PLANS_PER_PAGE, subject: 'plans' },
  );
  return (
    <Panel title={t('plans.title')}>
      <p className={facts.quiet}>{t('plans.caption')}</p>
      <QueryView
        query={plans.page}
        subject={t('plans.subject')}
        skeleton={<RowsSkeleton rows={3} />}
      >
        {page =>
          page.items.length === 0 ? (
            <p className={facts.quiet}>{t('plans.none')}</p>
          ) : (
            <>
              <PlanTable
                plans={page.items}
                onOpen={onOpen}
                onDelete={setDeleting}
              />
              {page.totalItems > PLANS_PER_PAGE && (
                <NewestFirstPaging
                  label={t('plans.pages')}
                  page={page}
                  pages={plans}
                  rowsPerPage={PLANS_PER_PAGE}
                />
              )}
            </>
          )
        }
      </QueryView>
      {deleting && (
        <DeletePlanDialog
          plan={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => {
            setDeleting(null);
            onDeleted(deleting.id);
          }}
        />
      )}
    </Panel>
  );
}

function PlanTable(props: {
  plans: readonly OwnershipPlan[];
  onOpen: (planId: string) => void;
  onDelete: (plan: OwnershipPlan) => void;
}) {
  const { plans, onOpen, onDelete } = props;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const table = useDenseTableStyles();
  const formats = useFormats();
  const authors = plans.map(({ createdBy }) => createdBy);
  const titleOf = useEntityTitles([...new Set(authors)], true);
  return (
    <ScrollArea label={t('plans.title')}>
      <table className={table.table} aria-label={t('plans.title')}>
        <thead>
          <tr>
            <th scope="col">{t('plans.name')}</th>
            <th scope="col">{t('plans.by')}</th>
            <th scope="col">{t('plans.changed')}</th>
            <th scope="col">{t('plans.expires')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {plans.map(plan => (
            <tr key={plan.id}>
              <th scope="row">
                <ActionButton
                  aria-label={t('plans.open', { name: plan.name })}
                  onClick={() => onOpen(plan.id)}
                >
                  {plan.name}
                </ActionButton>
              </th>
              <td>{titleOf(plan.createdBy)}</td>
              <td>
                <RelativeTime instant={plan.updatedAt} />
              </td>
              <td>{formats.day(plan.expiresOn)}</td>
              <td>
                {plan.mayChange && (
                  <ActionButton onClick={() => onDelete(plan)}>
                    {t('plans.delete', { name: plan.name })}
                  </ActionButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function DeletePlanDialog(props: {
  plan: OwnershipPlan;
  onDeleted: () => void;
  onClose: () => void;
}) {
  const { plan, onDeleted, onClose } = props;
  const { t } = useTranslationRef(ownershipWhatIfTranslationRef);
  const api = useOpmodelApi();
  const remove = useAction(() => api.deleteOwnershipPlan(plan.id), onDeleted);
  return (
    <FormDialog
      title={t('remove.title', { name: plan.name })}
      text={t('remove.text')}
      submitLabel={t('remove.submit')}
      running={remove.running}
      error={remove.error}
      onSubmit={remove.run}
      onClose={onClose}
    />
  );
}
