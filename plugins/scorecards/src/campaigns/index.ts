export { CampaignPages } from './CampaignPages';
export { scorecardCampaignsTranslationRef } from './translation';
