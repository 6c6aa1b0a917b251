CREATE TABLE "throttle_budgets" (
	"key" text PRIMARY KEY NOT NULL,
	"state" jsonb NOT NULL
);
