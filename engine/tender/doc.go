// Package tender reads the buyer's own files: the profile, the tender, the
// exceptions, the determinations, the limits and the list of trusted keys. It knows their form and every error in it
// by file, line and key; it knows nothing of evidence or of policies, so
// whether a named requirement exists is for others to say (Profile.Fault makes
// their errors look like the ones from here).
//
// The files are YAML and are read strictly: one document, no anchors, aliases
// or tags, no key twice, no unknown key, true and false as the only booleans,
// numbers in plain decimals, and text that looks like a number in quotes (a
// version 2.10 would else become 2.1 in other tools). An error is a Faults and
// then no value is returned. Parsing is a pure function of the bytes.
//
// A file of exceptions holds the recorded leaves to fail, each for one offer
// (vendor, product and version) or for the whole tender:
//
//	exceptions: 1
//	list:
//	  - id: EX-7
//	    requirement: sbom.component_version   # or with a member, as reports name findings
//	    vendor: Acme Devices
//	    product: Sensor Gateway
//	    version: "2.4.1"                      # or, instead of these three, tender: true
//	    document: "sha256:9f86…"              # optional: only in this document
//	    components: ["pkg:npm/left-pad@1.3.0"] # optional: only these, by purl or bom-ref
//	    reason: The boot loader's parts have no versions.
//	    approver: J. Doe, CISO
//	    from: 2026-11-01                      # optional
//	    until: 2027-05-01                     # the last day in force
//
// A file of determinations holds what a person found where a machine cannot
// read, each for vendor and product, for one document, or for both:
//
//	determinations: 1
//	list:
//	  - requirement: support.period_end
//	    vendor: Acme Devices
//	    product: Sensor Gateway
//	    document: "sha256:9f86…"              # the document that was looked at
//	    outcome: met                          # or not_met
//	    reason: Support is promised until 2032.
//	    place: page 4, section 2.1
//	    by: J. Doe
//	    date: 2026-11-20
//
// A list of keys holds those whose signatures the buyer trusts:
//
//	keys: 1
//	list:
//	  - id: "sha256:5f1c…"                    # as `bidgate keygen` shows it
//	    owner: Acme Devices
//	    from: 2026-01-01                      # optional: the first day valid
//	    until: 2027-12-31                     # optional: the last day valid
//	    public: |
//	      -----BEGIN PUBLIC KEY-----
//	      …
//	      -----END PUBLIC KEY-----
package tender
