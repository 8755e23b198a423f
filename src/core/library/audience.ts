/** Who asks, and where: the audience that a reply may be shown to. */
export interface Audience {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly user: string;
  readonly private: boolean;
}

/** A team on a platform. Nothing that people made is looked up without one. */
export type Workspace = Pick<Audience, 'platform' | 'workspace'>;
