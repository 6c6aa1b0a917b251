CREATE TABLE "kept_answers" (
	"run_id" uuid NOT NULL,
	"source" text NOT NULL,
	"tenant_id" text NOT NULL,
	"period" text NOT NULL,
	"scope" text NOT NULL,
	"question" text NOT NULL,
	"answer" text NOT NULL,
	CONSTRAINT "kept_answers_run_id_source_tenant_id_period_scope_question_pk" PRIMARY KEY("run_id","source","tenant_id","period","scope","question")
);
--> statement-breakpoint
CREATE TABLE "source_checks" (
	"check" text NOT NULL,
	"tenant_id" text NOT NULL,
	"period" text NOT NULL,
	"compared" integer NOT NULL,
	"differing" integer NOT NULL,
	"example" text,
	"checked_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "source_checks_check_tenant_id_period_pk" PRIMARY KEY("check","tenant_id","period")
);
--> statement-breakpoint
ALTER TABLE "source_reads" ADD COLUMN "expected_rows" integer;--> statement-breakpoint
ALTER TABLE "source_reads" ADD COLUMN "read_rows" integer;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "expected" integer;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "read" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_steps" ADD COLUMN "kept" integer;--> statement-breakpoint
ALTER TABLE "kept_answers" ADD CONSTRAINT "kept_answers_run_id_sync_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."sync_runs"("id") ON DELETE cascade ON UPDATE no action;