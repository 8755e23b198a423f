import { chatAdapterContract } from '../../contracts/chat-adapter.ts';
import { openSlackDriver } from './driver.ts';

chatAdapterContract('Slack', openSlackDriver);
