export { CampaignPages } from './CampaignPages';
