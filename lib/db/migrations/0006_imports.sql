CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"period" text NOT NULL,
	"last_day" text NOT NULL,
	"lines" integer NOT NULL,
	"without_customer" integer NOT NULL,
	"tenant_ids" jsonb NOT NULL,
	"new_tenant_ids" jsonb NOT NULL,
	"imported_at" timestamp(3) with time zone NOT NULL,
	"imported_by" text NOT NULL
);
