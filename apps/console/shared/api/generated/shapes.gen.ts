export const SignInBody = {
  "type": "object",
  "properties": {
    "username": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "password": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
    },
    "code": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20,
      "description": "Of the second factor: six digits, new every half minute"
    }
  },
  "required": [
    "username",
    "password"
  ]
} as const;

export const SetPasswordBody = {
  "type": "object",
  "properties": {
    "code": {
      "type": "string",
      "minLength": 1,
      "maxLength": 40,
      "description": "As it was handed out; case, spaces and dashes do not matter"
    },
    "password": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
    }
  },
  "required": [
    "code",
    "password"
  ]
} as const;

export const ChangePasswordBody = {
  "type": "object",
  "properties": {
    "current": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200,
      "description": "The password of today"
    },
    "code": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20,
      "description": "Of the second factor: six digits, new every half minute"
    },
    "password": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
    }
  },
  "required": [
    "current",
    "password"
  ]
} as const;

export const ChangeOwnEmailBody = {
  "type": "object",
  "properties": {
    "current": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200,
      "description": "The password of today"
    },
    "code": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20,
      "description": "Of the second factor: six digits, new every half minute"
    },
    "email": {
      "type": "string",
      "minLength": 1,
      "maxLength": 254,
      "format": "email",
      "description": "None when absent"
    }
  },
  "required": [
    "current"
  ]
} as const;

export const MakeSecondFactorBody = {
  "type": "object",
  "properties": {
    "current": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200,
      "description": "The password of today"
    }
  },
  "required": [
    "current"
  ]
} as const;

export const AddSecondFactorBody = {
  "type": "object",
  "properties": {
    "secondFactorId": {
      "type": "string",
      "format": "uuid"
    },
    "code": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20,
      "description": "Of the second factor: six digits, new every half minute"
    }
  },
  "required": [
    "secondFactorId",
    "code"
  ]
} as const;

export const RemoveSecondFactorBody = {
  "type": "object",
  "properties": {
    "current": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200,
      "description": "The password of today"
    },
    "code": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20,
      "description": "Of the second factor: six digits, new every half minute"
    }
  },
  "required": [
    "current",
    "code"
  ]
} as const;

export const CitationBody = {
  "type": "object",
  "properties": {
    "number": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "issuedOn": {
      "type": "string",
      "format": "date"
    }
  },
  "required": [
    "number",
    "issuedOn"
  ]
} as const;

export const EstablishBody = {
  "type": "object",
  "properties": {
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    },
    "kind": {
      "type": "string",
      "enum": [
        "NATIONAL",
        "PROVINCE",
        "COMMUNE",
        "CENTRAL_AGENCIES",
        "UNIT"
      ]
    },
    "parentId": {
      "type": "string",
      "format": "uuid"
    },
    "adminUnitCode": {
      "type": "string",
      "minLength": 1,
      "maxLength": 5,
      "description": "2 or 5 digits, kept as text"
    },
    "from": {
      "type": "string",
      "format": "date"
    },
    "document": {
      "$ref": "#/components/schemas/CitationBody"
    }
  },
  "required": [
    "name",
    "kind",
    "from"
  ]
} as const;

export const RenameBody = {
  "type": "object",
  "properties": {
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    },
    "from": {
      "type": "string",
      "format": "date"
    },
    "document": {
      "$ref": "#/components/schemas/CitationBody"
    }
  },
  "required": [
    "name",
    "from"
  ]
} as const;

export const MoveBody = {
  "type": "object",
  "properties": {
    "parentId": {
      "type": "string",
      "format": "uuid"
    },
    "from": {
      "type": "string",
      "format": "date"
    },
    "document": {
      "$ref": "#/components/schemas/CitationBody"
    }
  },
  "required": [
    "parentId",
    "from"
  ]
} as const;

export const UnitCloseBody = {
  "type": "object",
  "properties": {
    "on": {
      "type": "string",
      "format": "date"
    },
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    },
    "document": {
      "$ref": "#/components/schemas/CitationBody"
    }
  },
  "required": [
    "on",
    "reason"
  ]
} as const;

export const EnterBody = {
  "type": "object",
  "properties": {
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200
    },
    "email": {
      "type": "string",
      "minLength": 1,
      "maxLength": 254,
      "format": "email"
    }
  },
  "required": [
    "name"
  ]
} as const;

export const AppointBody = {
  "type": "object",
  "properties": {
    "unitId": {
      "type": "string",
      "format": "uuid"
    },
    "role": {
      "type": "string",
      "enum": [
        "UNIT_OFFICER",
        "UNIT_HEAD",
        "STANDING_BODY_OFFICER",
        "APPRAISER",
        "COUNCIL_MEMBER",
        "DECISION_SIGNER",
        "INSPECTOR",
        "AUDITOR",
        "SYSTEM_ADMIN"
      ]
    },
    "from": {
      "type": "string",
      "format": "date"
    },
    "until": {
      "type": "string",
      "format": "date"
    },
    "document": {
      "$ref": "#/components/schemas/CitationBody"
    }
  },
  "required": [
    "unitId",
    "role",
    "from",
    "document"
  ]
} as const;

export const ConfirmAppointmentBody = {
  "type": "object",
  "properties": {
    "appointmentId": {
      "type": "string",
      "format": "uuid"
    }
  },
  "required": [
    "appointmentId"
  ]
} as const;

export const DeclineAppointmentBody = {
  "type": "object",
  "properties": {
    "appointmentId": {
      "type": "string",
      "format": "uuid"
    },
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "appointmentId",
    "reason"
  ]
} as const;

export const EndAppointmentBody = {
  "type": "object",
  "properties": {
    "appointmentId": {
      "type": "string",
      "format": "uuid"
    },
    "endsAt": {
      "anyOf": [
        {
          "format": "date-time"
        },
        {
          "format": "date"
        }
      ],
      "example": "2026-03-02T08:30:00+07:00"
    },
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "appointmentId",
    "reason"
  ]
} as const;

export const InviteBody = {
  "type": "object",
  "properties": {
    "handedOver": {
      "type": "string",
      "enum": [
        "MAIL"
      ],
      "description": "The code goes to the person’s address; absent: it is answered, to be handed over"
    },
    "username": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    }
  },
  "required": [
    "username"
  ]
} as const;

export const HandOverBody = {
  "type": "object",
  "properties": {
    "handedOver": {
      "type": "string",
      "enum": [
        "MAIL"
      ],
      "description": "The code goes to the person’s address; absent: it is answered, to be handed over"
    }
  }
} as const;

export const ChangeEmailBody = {
  "type": "object",
  "properties": {
    "email": {
      "type": "string",
      "minLength": 1,
      "maxLength": 254,
      "format": "email",
      "description": "None when absent"
    }
  }
} as const;

export const NoFields = {
  "type": "object",
  "properties": {}
} as const;

export const DryRunBody = {
  "type": "object",
  "properties": {
    "againstRegulationId": {
      "type": "string",
      "format": "uuid"
    }
  }
} as const;

export const CodeNameBody = {
  "type": "object",
  "properties": {
    "code": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    }
  },
  "required": [
    "code",
    "name"
  ]
} as const;

export const CriterionBody = {
  "type": "object",
  "properties": {
    "code": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    },
    "maxPoints": {
      "type": "integer",
      "minimum": 0,
      "maximum": 1000000
    },
    "mandatory": {
      "type": "boolean"
    }
  },
  "required": [
    "code",
    "name",
    "maxPoints",
    "mandatory"
  ]
} as const;

export const BandBody = {
  "type": "object",
  "properties": {
    "code": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    },
    "from": {
      "type": "integer",
      "minimum": 0,
      "maximum": 1000000
    },
    "to": {
      "type": "integer",
      "minimum": 0,
      "maximum": 1000000
    }
  },
  "required": [
    "code",
    "name",
    "from",
    "to"
  ]
} as const;

export const CriteriaSetBody = {
  "type": "object",
  "properties": {
    "method": {
      "type": "string",
      "enum": [
        "PASS_FAIL",
        "POINTS"
      ]
    },
    "criteria": {
      "minItems": 0,
      "maxItems": 200,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/CriterionBody"
      }
    },
    "bands": {
      "minItems": 0,
      "maxItems": 50,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/BandBody"
      }
    },
    "passMark": {
      "type": "integer",
      "minimum": 0,
      "maximum": 1000000
    }
  },
  "required": [
    "method",
    "criteria",
    "bands",
    "passMark"
  ]
} as const;

export const CriteriaSetsBody = {
  "type": "object",
  "properties": {
    "COLLECTIVE": {
      "$ref": "#/components/schemas/CriteriaSetBody"
    },
    "INDIVIDUAL": {
      "$ref": "#/components/schemas/CriteriaSetBody"
    }
  },
  "required": [
    "COLLECTIVE",
    "INDIVIDUAL"
  ]
} as const;

export const RegistrationRulesBody = {
  "type": "object",
  "properties": {
    "deadline": {
      "type": "string",
      "format": "date"
    },
    "lateWithReason": {
      "type": "boolean"
    },
    "maxReturns": {
      "type": "integer",
      "minimum": 0,
      "maximum": 100
    },
    "requiredItems": {
      "type": "array",
      "items": {
        "type": "string",
        "enum": [
          "situation",
          "objectives",
          "content",
          "area",
          "forces",
          "resources",
          "schedule",
          "outputs",
          "durability",
          "confirmation"
        ]
      },
      "minItems": 0,
      "maxItems": 20
    },
    "minPerUnit": {
      "type": "integer",
      "minimum": 0,
      "maximum": 1000
    }
  },
  "required": [
    "deadline",
    "lateWithReason",
    "maxReturns",
    "requiredItems",
    "minPerUnit"
  ]
} as const;

export const DossierRulesBody = {
  "type": "object",
  "properties": {
    "requiredDocuments": {
      "type": "array",
      "items": {
        "type": "string",
        "enum": [
          "REGISTRATION_FORM",
          "SUBMISSION_LETTER",
          "ACHIEVEMENT_REPORT",
          "MINUTES",
          "RESULT_REPORT",
          "PHOTO",
          "DECISION",
          "CONFIRMATION",
          "OTHER"
        ]
      },
      "minItems": 0,
      "maxItems": 20
    },
    "deadline": {
      "type": "string",
      "format": "date"
    },
    "minImplementationDays": {
      "type": "integer",
      "minimum": 0,
      "maximum": 3650
    },
    "supplementDays": {
      "type": "integer",
      "minimum": 0,
      "maximum": 3650
    }
  },
  "required": [
    "requiredDocuments",
    "deadline",
    "minImplementationDays",
    "supplementDays"
  ]
} as const;

export const AppraisalRulesBody = {
  "type": "object",
  "properties": {
    "minMembers": {
      "type": "integer",
      "minimum": 1,
      "maximum": 100
    },
    "noneFromRegisteringUnit": {
      "type": "boolean"
    },
    "fieldVisit": {
      "type": "boolean"
    },
    "aggregate": {
      "type": "string",
      "enum": [
        "MEAN",
        "MEDIAN"
      ]
    },
    "deadline": {
      "type": "string",
      "format": "date"
    },
    "unitSeesPoints": {
      "type": "boolean"
    }
  },
  "required": [
    "minMembers",
    "noneFromRegisteringUnit",
    "fieldVisit",
    "aggregate",
    "deadline"
  ]
} as const;

export const VoteRulesBody = {
  "type": "object",
  "properties": {
    "method": {
      "type": "string",
      "enum": [
        "SECRET",
        "OPEN"
      ]
    },
    "denominator": {
      "type": "string",
      "enum": [
        "ALL_MEMBERS",
        "PRESENT"
      ]
    },
    "minPercent": {
      "type": "integer",
      "minimum": 0,
      "maximum": 100
    },
    "quorumPercent": {
      "type": "integer",
      "minimum": 0,
      "maximum": 100
    },
    "writtenBallots": {
      "type": "boolean"
    }
  },
  "required": [
    "method",
    "denominator",
    "minPercent",
    "quorumPercent",
    "writtenBallots"
  ]
} as const;

export const AuthorityBody = {
  "type": "object",
  "properties": {
    "act": {
      "type": "string",
      "enum": [
        "RECOGNIZE",
        "REFUSE_RECOGNITION",
        "REVOKE_RECOGNITION",
        "COMMEND",
        "REFUSE_COMMENDATION",
        "CANCEL_COMMENDATION"
      ]
    },
    "unitKind": {
      "type": "string",
      "enum": [
        "NATIONAL",
        "PROVINCE",
        "COMMUNE",
        "CENTRAL_AGENCIES",
        "UNIT"
      ]
    },
    "signedBy": {
      "type": "string",
      "enum": [
        "NATIONAL",
        "PROVINCE",
        "COMMUNE",
        "CENTRAL_AGENCIES",
        "UNIT"
      ]
    },
    "forms": {
      "type": "array",
      "items": {
        "type": "string",
        "enum": [
          "PUBLIC_PRAISE",
          "CERTIFICATE_OF_COMMENDATION",
          "CERTIFICATE_OF_MERIT"
        ]
      },
      "minItems": 0,
      "maxItems": 10
    }
  },
  "required": [
    "act",
    "unitKind",
    "signedBy"
  ]
} as const;

export const ReportPeriodBody = {
  "type": "object",
  "properties": {
    "kind": {
      "type": "string",
      "enum": [
        "H1",
        "ANNUAL"
      ]
    },
    "from": {
      "type": "string",
      "format": "date"
    },
    "cutoff": {
      "type": "string",
      "format": "date"
    },
    "dueOn": {
      "type": "string",
      "format": "date"
    }
  },
  "required": [
    "kind",
    "cutoff",
    "dueOn"
  ]
} as const;

export const FigureBody = {
  "type": "object",
  "properties": {
    "code": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    },
    "known": {
      "type": "string",
      "enum": [
        "REGISTERED",
        "RECOGNIZED",
        "TYPICAL",
        "PROPOSED",
        "COMMENDED",
        "REPLICATED"
      ]
    },
    "sumOf": {
      "type": "array",
      "items": {
        "type": "string",
        "maxLength": 100
      },
      "minItems": 0,
      "maxItems": 200
    },
    "required": {
      "type": "boolean"
    }
  },
  "required": [
    "code",
    "name"
  ]
} as const;

export const ReportingBody = {
  "type": "object",
  "properties": {
    "periods": {
      "minItems": 0,
      "maxItems": 10,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/ReportPeriodBody"
      }
    },
    "obliged": {
      "type": "array",
      "items": {
        "type": "string",
        "enum": [
          "NATIONAL",
          "PROVINCE",
          "COMMUNE",
          "CENTRAL_AGENCIES",
          "UNIT"
        ]
      },
      "minItems": 0,
      "maxItems": 10
    },
    "consolidationDays": {
      "type": "integer",
      "minimum": 0,
      "maximum": 60,
      "description": "Working days, for each level above the lowest"
    },
    "restDayRule": {
      "type": "string",
      "enum": [
        "NEXT_WORKING_DAY",
        "PREVIOUS_WORKING_DAY",
        "AS_IS"
      ]
    },
    "dueSoonDays": {
      "type": "integer",
      "minimum": 0,
      "maximum": 60,
      "description": "Working days"
    },
    "figures": {
      "minItems": 0,
      "maxItems": 200,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/FigureBody"
      }
    }
  },
  "required": [
    "periods"
  ]
} as const;

export const CalendarBody = {
  "type": "object",
  "properties": {
    "holidays": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "date"
      },
      "minItems": 0,
      "maxItems": 200
    },
    "makeUpDays": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "date"
      },
      "minItems": 0,
      "maxItems": 200
    },
    "holidayNames": {
      "type": "object",
      "additionalProperties": {
        "type": "string",
        "maxLength": 300
      },
      "maxProperties": 200
    }
  },
  "required": [
    "holidays",
    "makeUpDays"
  ]
} as const;

export const RungBody = {
  "type": "object",
  "properties": {
    "code": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20
    },
    "workingDays": {
      "type": "integer",
      "minimum": -250,
      "maximum": 250,
      "description": "From the due date: negative before it"
    },
    "recipient": {
      "type": "string",
      "enum": [
        "OFFICER",
        "HEAD",
        "RECEIVING_BODY",
        "RECEIVING_HEAD"
      ]
    }
  },
  "required": [
    "code",
    "workingDays",
    "recipient"
  ]
} as const;

export const LaddersBody = {
  "type": "object",
  "properties": {
    "REPORT": {
      "minItems": 0,
      "maxItems": 20,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/RungBody"
      }
    },
    "RETURNED_REGISTRATION": {
      "minItems": 0,
      "maxItems": 20,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/RungBody"
      }
    },
    "SUPPLEMENT": {
      "minItems": 0,
      "maxItems": 20,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/RungBody"
      }
    },
    "REMEDY": {
      "minItems": 0,
      "maxItems": 20,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/RungBody"
      }
    },
    "APPRAISAL": {
      "minItems": 0,
      "maxItems": 20,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/RungBody"
      }
    },
    "REGISTRATION_STEP": {
      "minItems": 0,
      "maxItems": 20,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/RungBody"
      }
    },
    "DOSSIER_STEP": {
      "minItems": 0,
      "maxItems": 20,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/RungBody"
      }
    }
  }
} as const;

export const QuietHoursBody = {
  "type": "object",
  "properties": {
    "from": {
      "type": "string",
      "pattern": "^([01]\\d|2[0-3]):[0-5]\\d$",
      "description": "HH:MM in Vietnam"
    },
    "until": {
      "type": "string",
      "pattern": "^([01]\\d|2[0-3]):[0-5]\\d$",
      "description": "HH:MM in Vietnam"
    }
  },
  "required": [
    "from",
    "until"
  ]
} as const;

export const ReminderRulesBody = {
  "type": "object",
  "properties": {
    "ladder": {
      "minItems": 0,
      "maxItems": 20,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/RungBody"
      }
    },
    "ladders": {
      "$ref": "#/components/schemas/LaddersBody"
    },
    "quietHours": {
      "$ref": "#/components/schemas/QuietHoursBody"
    },
    "personalSettings": {
      "type": "boolean"
    }
  },
  "required": [
    "ladder",
    "quietHours",
    "personalSettings"
  ]
} as const;

export const DocumentTypeBody = {
  "type": "object",
  "properties": {
    "code": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    },
    "abbreviation": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20,
      "description": "What its symbols begin with, e.g. QĐ"
    }
  },
  "required": [
    "code",
    "name",
    "abbreviation"
  ]
} as const;

export const NumberingBody = {
  "type": "object",
  "properties": {
    "resets": {
      "type": "string",
      "enum": [
        "YEAR",
        "TERM"
      ]
    },
    "docTypes": {
      "minItems": 1,
      "maxItems": 50,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/DocumentTypeBody"
      }
    }
  },
  "required": [
    "resets"
  ]
} as const;

export const ContentBody = {
  "type": "object",
  "properties": {
    "title": {
      "type": "string",
      "minLength": 1,
      "maxLength": 500
    },
    "illustrative": {
      "type": "boolean"
    },
    "fields": {
      "minItems": 0,
      "maxItems": 100,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/CodeNameBody"
      }
    },
    "programmeTags": {
      "minItems": 0,
      "maxItems": 100,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/CodeNameBody"
      }
    },
    "criteriaSets": {
      "$ref": "#/components/schemas/CriteriaSetsBody"
    },
    "registration": {
      "$ref": "#/components/schemas/RegistrationRulesBody"
    },
    "dossier": {
      "$ref": "#/components/schemas/DossierRulesBody"
    },
    "appraisal": {
      "$ref": "#/components/schemas/AppraisalRulesBody"
    },
    "vote": {
      "$ref": "#/components/schemas/VoteRulesBody"
    },
    "authorities": {
      "minItems": 0,
      "maxItems": 200,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/AuthorityBody"
      }
    },
    "reporting": {
      "$ref": "#/components/schemas/ReportingBody"
    },
    "calendar": {
      "$ref": "#/components/schemas/CalendarBody"
    },
    "reminders": {
      "$ref": "#/components/schemas/ReminderRulesBody"
    },
    "numbering": {
      "$ref": "#/components/schemas/NumberingBody"
    }
  },
  "required": [
    "title",
    "illustrative",
    "fields",
    "programmeTags",
    "criteriaSets",
    "registration",
    "dossier",
    "appraisal",
    "authorities",
    "reporting",
    "calendar",
    "numbering"
  ]
} as const;

export const RegulationDraftBody = {
  "type": "object",
  "properties": {
    "unitId": {
      "type": "string",
      "format": "uuid"
    },
    "content": {
      "$ref": "#/components/schemas/ContentBody"
    }
  },
  "required": [
    "unitId",
    "content"
  ]
} as const;

export const RegulationReviseBody = {
  "type": "object",
  "properties": {
    "content": {
      "$ref": "#/components/schemas/ContentBody"
    }
  },
  "required": [
    "content"
  ]
} as const;

export const PublishBody = {
  "type": "object",
  "properties": {
    "number": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "issuedOn": {
      "type": "string",
      "format": "date"
    },
    "from": {
      "type": "string",
      "format": "date"
    },
    "illustrative": {
      "type": "boolean",
      "description": "An illustrative regulation is put in force on purpose, for a trial"
    }
  },
  "required": [
    "number",
    "issuedOn",
    "from"
  ]
} as const;

export const SupersedeBody = {
  "type": "object",
  "properties": {
    "byRegulationId": {
      "type": "string",
      "format": "uuid"
    },
    "from": {
      "type": "string",
      "format": "date"
    }
  },
  "required": [
    "byRegulationId",
    "from"
  ]
} as const;

export const HolidayBody = {
  "type": "object",
  "properties": {
    "date": {
      "type": "string",
      "format": "date"
    },
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    }
  },
  "required": [
    "date",
    "name"
  ]
} as const;

export const AmendCalendarBody = {
  "type": "object",
  "properties": {
    "addedHolidays": {
      "minItems": 0,
      "maxItems": 200,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/HolidayBody"
      }
    },
    "removedHolidays": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "date"
      },
      "minItems": 0,
      "maxItems": 200
    },
    "addedMakeUpDays": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "date"
      },
      "minItems": 0,
      "maxItems": 200
    },
    "removedMakeUpDays": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "date"
      },
      "minItems": 0,
      "maxItems": 200
    },
    "document": {
      "$ref": "#/components/schemas/CitationBody"
    }
  },
  "required": [
    "document"
  ]
} as const;

export const OpenBody = {
  "type": "object",
  "properties": {
    "unitId": {
      "type": "string",
      "format": "uuid"
    },
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    },
    "year": {
      "type": "integer",
      "minimum": 1990,
      "maximum": 2199
    },
    "untilYear": {
      "type": "integer",
      "minimum": 1990,
      "maximum": 2199
    },
    "movement": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    },
    "regulationId": {
      "type": "string",
      "format": "uuid"
    },
    "deadlinesOutsideYear": {
      "type": "boolean",
      "description": "A deadline lies outside the cycle’s years on purpose"
    },
    "registrationDeadline": {
      "type": "string",
      "format": "date"
    },
    "dossierDeadline": {
      "type": "string",
      "format": "date"
    },
    "appraisalDeadline": {
      "type": "string",
      "format": "date"
    }
  },
  "required": [
    "unitId",
    "name",
    "year",
    "movement",
    "regulationId"
  ]
} as const;

export const ExtendBody = {
  "type": "object",
  "properties": {
    "step": {
      "type": "string",
      "enum": [
        "REGISTRATION",
        "DOSSIER",
        "APPRAISAL"
      ]
    },
    "dueOn": {
      "type": "string",
      "format": "date"
    },
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    },
    "document": {
      "$ref": "#/components/schemas/CitationBody"
    }
  },
  "required": [
    "step",
    "dueOn",
    "reason",
    "document"
  ]
} as const;

export const CycleCloseBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "reason"
  ]
} as const;

export const OriginBody = {
  "type": "object",
  "properties": {
    "kind": {
      "type": "string",
      "enum": [
        "NEW",
        "CONTINUES",
        "REPLICATES"
      ]
    },
    "registrationId": {
      "type": "string",
      "format": "uuid"
    }
  },
  "required": [
    "kind"
  ]
} as const;

export const FormBody = {
  "type": "object",
  "properties": {
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    },
    "subjectType": {
      "type": "string",
      "enum": [
        "COLLECTIVE",
        "INDIVIDUAL"
      ]
    },
    "field": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "programmeTags": {
      "type": "array",
      "items": {
        "type": "string",
        "maxLength": 100
      },
      "minItems": 0,
      "maxItems": 50
    },
    "situation": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    },
    "objectives": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    },
    "content": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    },
    "area": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    },
    "forces": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    },
    "resources": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    },
    "schedule": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    },
    "outputs": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    },
    "durability": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    },
    "confirmation": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    }
  },
  "required": [
    "name",
    "subjectType",
    "field",
    "programmeTags"
  ]
} as const;

export const RegistrationDraftBody = {
  "type": "object",
  "properties": {
    "unitId": {
      "type": "string",
      "format": "uuid"
    },
    "cycleId": {
      "type": "string",
      "format": "uuid"
    },
    "origin": {
      "$ref": "#/components/schemas/OriginBody"
    },
    "form": {
      "$ref": "#/components/schemas/FormBody"
    }
  },
  "required": [
    "unitId",
    "cycleId",
    "form"
  ]
} as const;

export const RegistrationReviseBody = {
  "type": "object",
  "properties": {
    "form": {
      "$ref": "#/components/schemas/FormBody"
    }
  },
  "required": [
    "form"
  ]
} as const;

export const RegistrationSubmitBody = {
  "type": "object",
  "properties": {
    "lateReason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  }
} as const;

export const RegistrationReturnBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    },
    "dueOn": {
      "type": "string",
      "format": "date"
    }
  },
  "required": [
    "reason",
    "dueOn"
  ]
} as const;

export const RegistrationReasonBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "reason"
  ]
} as const;

export const StartBody = {
  "type": "object",
  "properties": {
    "plan": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    },
    "startedOn": {
      "type": "string",
      "format": "date"
    }
  },
  "required": [
    "plan",
    "startedOn"
  ]
} as const;

export const IndicatorBody = {
  "type": "object",
  "properties": {
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    },
    "value": {
      "type": "number",
      "minimum": -1000000000000,
      "maximum": 1000000000000
    },
    "unit": {
      "type": "string",
      "minLength": 1,
      "maxLength": 50
    }
  },
  "required": [
    "name",
    "value",
    "unit"
  ]
} as const;

export const RecordProgressBody = {
  "type": "object",
  "properties": {
    "note": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    },
    "indicators": {
      "minItems": 0,
      "maxItems": 100,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/IndicatorBody"
      }
    },
    "evidenceIds": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "uuid"
      },
      "minItems": 0,
      "maxItems": 100
    }
  },
  "required": [
    "note",
    "indicators",
    "evidenceIds"
  ]
} as const;

export const RecordInspectionBody = {
  "type": "object",
  "properties": {
    "kind": {
      "type": "string",
      "enum": [
        "URGING",
        "INSPECTION",
        "SUPERVISION"
      ]
    },
    "findings": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    },
    "remedyDueOn": {
      "type": "string",
      "format": "date"
    }
  },
  "required": [
    "kind",
    "findings"
  ]
} as const;

export const CriterionResultBody = {
  "type": "object",
  "properties": {
    "criterion": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "result": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    }
  },
  "required": [
    "criterion",
    "result"
  ]
} as const;

export const RequestRecognitionBody = {
  "type": "object",
  "properties": {
    "evidenceIds": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "uuid"
      },
      "minItems": 0,
      "maxItems": 100
    },
    "results": {
      "minItems": 0,
      "maxItems": 200,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/CriterionResultBody"
      }
    }
  },
  "required": [
    "evidenceIds",
    "results"
  ]
} as const;

export const RequireSupplementBody = {
  "type": "object",
  "properties": {
    "missing": {
      "type": "array",
      "items": {
        "type": "string",
        "maxLength": 500
      },
      "minItems": 0,
      "maxItems": 100
    },
    "dueOn": {
      "type": "string",
      "format": "date"
    }
  },
  "required": [
    "missing",
    "dueOn"
  ]
} as const;

export const ProvideSupplementBody = {
  "type": "object",
  "properties": {
    "evidenceIds": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "uuid"
      },
      "minItems": 0,
      "maxItems": 100
    },
    "note": {
      "type": "string",
      "minLength": 1,
      "maxLength": 20000
    }
  },
  "required": [
    "evidenceIds",
    "note"
  ]
} as const;

export const OpenAppraisalBody = {
  "type": "object",
  "properties": {
    "team": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "uuid"
      },
      "minItems": 1,
      "maxItems": 50
    },
    "dueOn": {
      "type": "string",
      "format": "date"
    }
  },
  "required": [
    "team",
    "dueOn"
  ]
} as const;

export const DeclareInterestBody = {
  "type": "object",
  "properties": {
    "conflict": {
      "type": "boolean"
    },
    "detail": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "conflict"
  ]
} as const;

export const CriterionScoreBody = {
  "type": "object",
  "properties": {
    "criterion": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "points": {
      "type": "integer",
      "minimum": 0,
      "maximum": 1000000
    }
  },
  "required": [
    "criterion",
    "points"
  ]
} as const;

export const ScoreBody = {
  "type": "object",
  "properties": {
    "scores": {
      "minItems": 0,
      "maxItems": 200,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/CriterionScoreBody"
      }
    }
  },
  "required": [
    "scores"
  ]
} as const;

export const ConcludeAppraisalBody = {
  "type": "object",
  "properties": {
    "fieldVisitOn": {
      "type": "string",
      "format": "date"
    },
    "minutesId": {
      "type": "string",
      "format": "uuid"
    }
  }
} as const;

export const RecordVoteBody = {
  "type": "object",
  "properties": {
    "yes": {
      "type": "integer",
      "minimum": 0,
      "maximum": 10000
    },
    "no": {
      "type": "integer",
      "minimum": 0,
      "maximum": 10000
    },
    "abstain": {
      "type": "integer",
      "minimum": 0,
      "maximum": 10000
    },
    "members": {
      "type": "integer",
      "minimum": 0,
      "maximum": 10000
    },
    "present": {
      "type": "integer",
      "minimum": 0,
      "maximum": 10000
    },
    "heldOn": {
      "type": "string",
      "format": "date"
    },
    "minutesId": {
      "type": "string",
      "format": "uuid"
    }
  },
  "required": [
    "yes",
    "no",
    "abstain",
    "members",
    "present",
    "heldOn"
  ]
} as const;

export const ReopenBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    },
    "petition": {
      "$ref": "#/components/schemas/CitationBody"
    }
  },
  "required": [
    "reason",
    "petition"
  ]
} as const;

export const ReplicateBody = {
  "type": "object",
  "properties": {
    "adoptingUnitId": {
      "type": "string",
      "format": "uuid"
    },
    "cycleId": {
      "type": "string",
      "format": "uuid"
    }
  },
  "required": [
    "adoptingUnitId",
    "cycleId"
  ]
} as const;

export const CarryForwardBody = {
  "type": "object",
  "properties": {
    "cycleId": {
      "type": "string",
      "format": "uuid"
    }
  },
  "required": [
    "cycleId"
  ]
} as const;

export const CorrectionRequestBody = {
  "type": "object",
  "properties": {
    "field": {
      "type": "string",
      "minLength": 1,
      "maxLength": 50,
      "description": "One of name, field, situation, objectives, content, area, forces, resources, schedule, outputs, durability, confirmation"
    },
    "newValue": {
      "type": "string",
      "minLength": 0,
      "maxLength": 20000
    },
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    },
    "document": {
      "$ref": "#/components/schemas/CitationBody"
    }
  },
  "required": [
    "field",
    "newValue",
    "reason",
    "document"
  ]
} as const;

export const CorrectionApproveBody = {
  "type": "object",
  "properties": {
    "correctionId": {
      "type": "string",
      "format": "uuid"
    }
  },
  "required": [
    "correctionId"
  ]
} as const;

export const CorrectionDeclineBody = {
  "type": "object",
  "properties": {
    "correctionId": {
      "type": "string",
      "format": "uuid"
    },
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "correctionId",
    "reason"
  ]
} as const;

export const ItemBody = {
  "type": "object",
  "properties": {
    "kind": {
      "type": "string",
      "enum": [
        "registration",
        "commendation"
      ]
    },
    "id": {
      "type": "string",
      "format": "uuid"
    },
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "kind",
    "id"
  ]
} as const;

export const DecisionDraftBody = {
  "type": "object",
  "properties": {
    "unitId": {
      "type": "string",
      "format": "uuid"
    },
    "cycleId": {
      "type": "string",
      "format": "uuid"
    },
    "act": {
      "type": "string",
      "enum": [
        "RECOGNIZE",
        "REFUSE_RECOGNITION",
        "REVOKE_RECOGNITION",
        "COMMEND",
        "REFUSE_COMMENDATION",
        "CANCEL_COMMENDATION"
      ]
    },
    "title": {
      "type": "string",
      "minLength": 1,
      "maxLength": 500
    },
    "items": {
      "minItems": 0,
      "maxItems": 1000,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/ItemBody"
      }
    }
  },
  "required": [
    "unitId",
    "act",
    "title",
    "items"
  ]
} as const;

export const DecisionReasonBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "reason"
  ]
} as const;

export const RequestedNumberBody = {
  "type": "object",
  "properties": {
    "number": {
      "type": "integer",
      "minimum": 1,
      "maximum": 999999999
    },
    "text": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "gap": {
      "type": "integer",
      "minimum": 0,
      "maximum": 9999,
      "description": "How many numbers stay empty below it; must be named where it is not the next one"
    }
  },
  "required": [
    "number"
  ]
} as const;

export const IssueBody = {
  "type": "object",
  "properties": {
    "symbol": {
      "type": "string",
      "minLength": 1,
      "maxLength": 60
    },
    "docType": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100,
      "description": "Code, name or abbreviation of a type of document of the regulation, as next-numbers lists them"
    },
    "issuedOn": {
      "type": "string",
      "format": "date"
    },
    "term": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "requested": {
      "$ref": "#/components/schemas/RequestedNumberBody"
    },
    "capacity": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    },
    "paperId": {
      "type": "string",
      "format": "uuid",
      "description": "The signed paper, a file of the kind DECISION; it may be filed later"
    },
    "fileSha256": {
      "type": "string",
      "minLength": 64,
      "maxLength": 64,
      "description": "Hex SHA-256 of the signed paper, as one knows it"
    }
  },
  "required": [
    "symbol",
    "docType",
    "issuedOn",
    "capacity"
  ]
} as const;

export const FilePaperBody = {
  "type": "object",
  "properties": {
    "paperId": {
      "type": "string",
      "format": "uuid",
      "description": "A file of the kind DECISION"
    }
  },
  "required": [
    "paperId"
  ]
} as const;

export const VoidNumberBody = {
  "type": "object",
  "properties": {
    "bookId": {
      "type": "string",
      "format": "uuid"
    },
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "bookId",
    "reason"
  ]
} as const;

export const RecipientBody = {
  "type": "object",
  "properties": {
    "type": {
      "type": "string",
      "enum": [
        "COLLECTIVE",
        "INDIVIDUAL",
        "HOUSEHOLD"
      ]
    },
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 300
    }
  },
  "required": [
    "type",
    "name"
  ]
} as const;

export const AchievementBody = {
  "type": "object",
  "properties": {
    "kind": {
      "type": "string",
      "enum": [
        "RECOGNIZED_MODEL",
        "OTHER"
      ]
    },
    "registrationId": {
      "type": "string",
      "format": "uuid"
    },
    "description": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "kind"
  ]
} as const;

export const ProposeBody = {
  "type": "object",
  "properties": {
    "unitId": {
      "type": "string",
      "format": "uuid"
    },
    "cycleId": {
      "type": "string",
      "format": "uuid"
    },
    "recipient": {
      "$ref": "#/components/schemas/RecipientBody"
    },
    "achievement": {
      "$ref": "#/components/schemas/AchievementBody"
    },
    "form": {
      "type": "string",
      "enum": [
        "PUBLIC_PRAISE",
        "CERTIFICATE_OF_COMMENDATION",
        "CERTIFICATE_OF_MERIT"
      ]
    },
    "scope": {
      "type": "string",
      "enum": [
        "MOVEMENT",
        "WHOLE_WORK"
      ]
    },
    "evidenceIds": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "uuid"
      },
      "minItems": 0,
      "maxItems": 100
    }
  },
  "required": [
    "unitId",
    "cycleId",
    "recipient",
    "achievement",
    "form",
    "scope",
    "evidenceIds"
  ]
} as const;

export const CommendationReviseBody = {
  "type": "object",
  "properties": {
    "recipient": {
      "$ref": "#/components/schemas/RecipientBody"
    },
    "form": {
      "type": "string",
      "enum": [
        "PUBLIC_PRAISE",
        "CERTIFICATE_OF_COMMENDATION",
        "CERTIFICATE_OF_MERIT"
      ]
    },
    "scope": {
      "type": "string",
      "enum": [
        "MOVEMENT",
        "WHOLE_WORK"
      ]
    },
    "evidenceIds": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "uuid"
      },
      "minItems": 0,
      "maxItems": 100
    }
  },
  "required": [
    "recipient",
    "form",
    "scope",
    "evidenceIds"
  ]
} as const;

export const CommendationReturnBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    },
    "dueOn": {
      "type": "string",
      "format": "date"
    }
  },
  "required": [
    "reason",
    "dueOn"
  ]
} as const;

export const VerifyBody = {
  "type": "object",
  "properties": {
    "note": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "note"
  ]
} as const;

export const ReviewBody = {
  "type": "object",
  "properties": {
    "favourable": {
      "type": "boolean"
    },
    "opinion": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    },
    "minutesId": {
      "type": "string",
      "format": "uuid"
    }
  },
  "required": [
    "favourable",
    "opinion",
    "minutesId"
  ]
} as const;

export const CommendationSubmitBody = {
  "type": "object",
  "properties": {
    "toUnitId": {
      "type": "string",
      "format": "uuid"
    }
  },
  "required": [
    "toUnitId"
  ]
} as const;

export const CommendationReasonBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "reason"
  ]
} as const;

export const ReportSubmitBody = {
  "type": "object",
  "properties": {
    "figures": {
      "type": "object",
      "additionalProperties": {
        "type": [
          "integer",
          "null"
        ]
      },
      "maxProperties": 200,
      "description": "Whole numbers by figure code; null says \"no data\""
    },
    "narrative": {
      "type": "string",
      "minLength": 0,
      "maxLength": 20000
    },
    "evidenceIds": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "uuid"
      },
      "minItems": 0,
      "maxItems": 100
    }
  },
  "required": [
    "figures",
    "narrative",
    "evidenceIds"
  ]
} as const;

export const ReportReturnBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    },
    "dueOn": {
      "type": "string",
      "format": "date"
    }
  },
  "required": [
    "reason",
    "dueOn"
  ]
} as const;

export const ReportReopenBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    },
    "dueOn": {
      "type": "string",
      "format": "date"
    }
  },
  "required": [
    "reason",
    "dueOn"
  ]
} as const;

export const ReportExcuseBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "reason"
  ]
} as const;

export const ReportExtendBody = {
  "type": "object",
  "properties": {
    "dueOn": {
      "type": "string",
      "format": "date"
    },
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    },
    "document": {
      "$ref": "#/components/schemas/CitationBody"
    }
  },
  "required": [
    "dueOn",
    "reason",
    "document"
  ]
} as const;

export const ReportRemindBody = {
  "type": "object",
  "properties": {
    "note": {
      "type": "string",
      "minLength": 1,
      "maxLength": 1000
    }
  }
} as const;

export const DeliveryBody = {
  "type": "object",
  "properties": {
    "email": {
      "type": "boolean",
      "description": "Whether reminders are sent by e-mail too; the inbox always gets them"
    },
    "language": {
      "type": "string",
      "enum": [
        "vi",
        "en"
      ],
      "description": "Language of the e-mails"
    }
  },
  "required": [
    "email",
    "language"
  ]
} as const;

export const ColumnsBody = {
  "type": "object",
  "properties": {
    "list": {
      "type": "string",
      "enum": [
        "units",
        "people",
        "grants",
        "regulations",
        "lacks",
        "cycles",
        "places",
        "registrations",
        "appraisers",
        "approvers",
        "adopters",
        "signers",
        "models",
        "decisions",
        "candidates",
        "numbers",
        "commendations",
        "reports",
        "reminders",
        "tasks",
        "movement",
        "imports",
        "timeline",
        "audit",
        "incidents"
      ]
    },
    "columns": {
      "type": "array",
      "items": {
        "type": "string",
        "maxLength": 60
      },
      "minItems": 0,
      "maxItems": 50,
      "description": "The columns to be seen, in their order"
    }
  },
  "required": [
    "list",
    "columns"
  ]
} as const;

export const SettingsBody = {
  "type": "object",
  "properties": {
    "language": {
      "type": "array",
      "description": "The browser's language when null or absent",
      "items": {
        "type": "string",
        "enum": [
          "vi",
          "en",
          null
        ]
      }
    },
    "columns": {
      "minItems": 0,
      "maxItems": 40,
      "type": "array",
      "items": {
        "$ref": "#/components/schemas/ColumnsBody"
      }
    }
  },
  "required": [
    "columns"
  ]
} as const;

export const ViewBody = {
  "type": "object",
  "properties": {
    "list": {
      "type": "string",
      "enum": [
        "units",
        "people",
        "grants",
        "regulations",
        "lacks",
        "cycles",
        "places",
        "registrations",
        "appraisers",
        "approvers",
        "adopters",
        "signers",
        "models",
        "decisions",
        "candidates",
        "numbers",
        "commendations",
        "reports",
        "reminders",
        "tasks",
        "movement",
        "imports",
        "timeline",
        "audit",
        "incidents"
      ]
    },
    "name": {
      "type": "string",
      "minLength": 1,
      "maxLength": 100
    },
    "query": {
      "type": "string",
      "pattern": "^[\\w.~%!$'()*+,;:@/?=&-]{0,2000}$",
      "description": "What the list is narrowed to and sorted by: the query of the page's address"
    },
    "columns": {
      "type": "array",
      "items": {
        "type": "string",
        "maxLength": 60
      },
      "minItems": 0,
      "maxItems": 50,
      "description": "The columns to be seen, in their order; the list's own when empty"
    }
  },
  "required": [
    "list",
    "name",
    "query",
    "columns"
  ]
} as const;

export const ReminderRetryBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "reason"
  ]
} as const;

export const NewKeyBody = {
  "type": "object",
  "properties": {
    "consumer": {
      "type": "string",
      "minLength": 1,
      "maxLength": 200,
      "description": "The program that will hold it"
    },
    "scopes": {
      "type": "array",
      "items": {
        "type": "string",
        "enum": [
          "feed",
          "feed:unit",
          "feed:person",
          "feed:organization",
          "feed:regulation",
          "feed:cycle",
          "feed:registration",
          "feed:decision",
          "feed:numbering",
          "feed:commendation",
          "feed:report",
          "feed:reminder",
          "feed:recipient",
          "feed:reservation",
          "feed:evidence",
          "feed:incident",
          "feed:webhook",
          "feed:apikey",
          "feed:reading",
          "personal"
        ]
      },
      "minItems": 1,
      "maxItems": 40
    }
  },
  "required": [
    "consumer",
    "scopes"
  ]
} as const;

export const SettleBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "reason"
  ]
} as const;

export const NewWebhookBody = {
  "type": "object",
  "properties": {
    "url": {
      "type": "string",
      "minLength": 1,
      "maxLength": 2000,
      "description": "Where events are posted: one of the addresses the operator allows"
    },
    "eventTypes": {
      "type": "array",
      "items": {
        "type": "string",
        "maxLength": 100
      },
      "minItems": 0,
      "maxItems": 200,
      "description": "All types when absent or empty"
    },
    "begin": {
      "type": "string",
      "enum": [
        "NOW",
        "FIRST_EVENT"
      ],
      "description": "Which event is the first; NOW unless told"
    },
    "personal": {
      "type": "boolean",
      "description": "Tell personal data too; otherwise those fields are null"
    }
  },
  "required": [
    "url"
  ]
} as const;

export const WebhookReasonBody = {
  "type": "object",
  "properties": {
    "reason": {
      "type": "string",
      "minLength": 1,
      "maxLength": 4000
    }
  },
  "required": [
    "reason"
  ]
} as const;

export const ReplayBody = {
  "type": "object",
  "properties": {
    "eventIds": {
      "type": "array",
      "items": {
        "type": "string",
        "format": "uuid"
      },
      "minItems": 0,
      "maxItems": 1000,
      "description": "Events that were set aside; all when absent or empty"
    }
  }
} as const;
