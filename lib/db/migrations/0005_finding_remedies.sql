CREATE TABLE "finding_remedies" (
	"finding_id" uuid PRIMARY KEY NOT NULL,
	"remedy" jsonb NOT NULL,
	"support_case" jsonb
);
