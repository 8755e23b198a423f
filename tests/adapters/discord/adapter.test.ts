import { chatAdapterContract } from '../../contracts/chat-adapter.ts';
import { openDiscordDriver } from './driver.ts';

chatAdapterContract('Discord', openDiscordDriver);
