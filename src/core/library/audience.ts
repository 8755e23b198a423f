/** A team on a platform. Nothing that people create is looked up without one. */
export interface Workspace {
  readonly platform: string;
  readonly workspace: string;
}

/** Who may read a reply: a person in a channel, or the whole channel. It decides what may be searched. */
export interface Audience extends Workspace {
  readonly channel: string;
  /** The person who asks; empty for a channel's digest. */
  readonly user: string;
  /** Only this person sees the reply. */
  readonly private: boolean;
  /** The platform runs on this machine, so collections that are readable `local` may be quoted. */
  readonly local: boolean;
}
