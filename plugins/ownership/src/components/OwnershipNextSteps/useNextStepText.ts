import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { OwnershipNextStep } from '@opmodel/backstage-plugin-opmodel-common';
import { useFormats } from '@opmodel/backstage-plugin-opmodel-react';
import { ownershipEntityTranslationRef } from '../../translations/entity';
import { anchors } from './anchors';

/** A step in words, with the part of the page that it leads to. */
export interface NextStepText {
  title: string;
  text: string;
  link: string;
  anchor: string;
}

/** What would help, in words. */
export function useNextStepText(): (step: OwnershipNextStep) => NextStepText {
  const { t } = useTranslationRef(ownershipEntityTranslationRef);
  const formats = useFormats();
  const toLadder = { link: t('next.seeLadder'), anchor: anchors.ladder };
  const toReview = { link: t('next.seeReview'), anchor: anchors.review };
  const toTeam = { link: t('next.seeTeam'), anchor: anchors.team };
  const toMembers = { link: t('next.seeEntities'), anchor: anchors.members };
  return ({ id, values }) => {
    switch (id) {
      case 'set_owner':
        return {
          title: t('next.setOwner'),
          text: t('next.setOwnerText'),
          ...toLadder,
        };
      case 'correct_owner':
        return {
          title: t('next.correctOwner'),
          text: t('next.correctOwnerText', {
            owner: String(values.ownerRef ?? ''),
          }),
          ...toLadder,
        };
      case 'own_by_group':
        return {
          title: t('next.ownByGroup'),
          text: t('next.ownByGroupText'),
          ...toLadder,
        };
      case 'add_members':
        return {
          title: t('next.addMembers'),
          text: t('next.addMembersText'),
          ...toLadder,
        };
      case 'add_contact':
        return {
          title: t('next.addContact'),
          text: t('next.addContactText'),
          ...toLadder,
        };
      case 'add_escalation':
        return {
          title: t('next.addEscalation'),
          text: t('next.addEscalationText'),
          ...toLadder,
        };
      case 'review':
        return {
          title: t('next.review'),
          text: t('next.reviewText'),
          ...toReview,
        };
      case 'hand_over_open':
        return {
          title: t('next.handOver'),
          text: t('next.handOverText'),
          ...toReview,
        };
      case 'team_type':
        return {
          title: t('next.teamType'),
          text: t('next.teamTypeText'),
          ...toTeam,
        };
      case 'overdue_interaction':
        return {
          title: t('next.interaction'),
          text: t('next.interactionText', {
            team: String(values.teamRef ?? ''),
            day: formats.day(
              typeof values.expectedEnd === 'string'
                ? values.expectedEnd
                : null,
            ),
          }),
          ...toTeam,
        };
      case 'close_gaps':
        return {
          title: t('next.closeGaps', {
            count: typeof values.entities === 'number' ? values.entities : 0,
          }),
          text: t('next.closeGapsText'),
          ...toMembers,
        };
      default:
        throw new TypeError(`Unknown step '${id satisfies never}'`);
    }
  };
}
