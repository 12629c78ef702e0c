/** What the widget's scripts speak of. Only `tsc` reads this file; it is never served. */

interface Choice {
  title: string;
  payload: string;
}

interface Card {
  id: string;
  name: string;
  organisation: string | null;
  summary: string | null;
  why: string | null;
  phone: string | null;
  sms: string | null;
  relay: string | null;
  bsl: string | null;
  email: string | null;
  web: string | null;
  hours: string | null;
  open_now: boolean | null;
  /** When it opens next, in words: "opens Monday 9am". */
  opens?: string | null;
  cost: string | null;
  /** ISO date. */
  checked_on: string | null;
}

interface Question {
  id: string;
  kind: string;
  legend: string;
  help: string | null;
  why: string | null;
  options: Choice[];
}

interface Message {
  text: string;
  /** Language of `text` where it is not English: "pl". */
  lang?: string | null;
  buttons?: Choice[];
  cards?: Card[];
  question?: Question | null;
  /** The page to keep is offered with it. */
  keep?: boolean | null;
}

interface YourTurn {
  who: "you";
  text: string;
}

interface BotTurn {
  who: "bot";
  messages: Message[];
  /** Its choices can no longer be made. */
  closed?: boolean;
  /** Titles of the choices that were made. */
  chosen?: string[];
}

type AnyTurn = YourTurn | BotTurn;

/** One of the two is there. */
interface Asked {
  text?: string;
  payload?: string;
}

/** Answer of POST /api/messages. */
interface Reply {
  session: string;
  messages: Message[];
  turn?: { place?: string | null };
}

interface Person {
  name: string;
  phone: string | null;
  hours: string | null;
  /** "open now" or "opens Monday 9am". */
  open_now: string | null;
  web: string | null;
}

/** Answer of GET /api/start. */
interface Start {
  privacy: string;
  about_url: string;
  plain_url: string;
  welcome: { messages: Message[] };
  person: Person | null;
  danger: { text: string }[];
  neutral_url: string;
}

/** What a tab keeps. */
interface State {
  session: string | null;
  turns: AnyTurn[];
  draft: string;
  /** The place last heard of, whose numbers are shown. */
  place: string | null;
  /** Null until somebody has opened or closed it. */
  open: boolean | null;
}

/** A label file: `widget/labels/<language>.json`. */
type Labels = Record<string, string>;
